namespace HerogiDsl.Compiler.Diagnostics;

/// <summary>Every id with its title and default severity, in order.</summary>
public static class DiagnosticDescriptors
{
    internal static readonly DiagnosticDescriptor UnexpectedText =
        new("HRG0001", "Unexpected text", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor NotClosed = new("HRG0002", "Not closed", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor Malformed =
        new("HRG0003", "Malformed literal", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor NotUtf8 = new("HRG0004", "Not UTF-8", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor TooDeepOrTooLarge =
        new("HRG0005", "Too deep or too large", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnknownState =
        new("HRG1001", "Unknown state", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnknownEvent =
        new("HRG1002", "Unknown event, or an event of the wrong kind", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnknownMember =
        new("HRG1003", "Unknown member", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnknownName =
        new("HRG1004", "Unknown name", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnknownConnection =
        new("HRG1005", "Unknown connection, or one of the wrong kind", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnknownActionOrLabel =
        new("HRG1006", "Unknown action or label", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnknownFunction =
        new("HRG1007", "Unknown function, or wrong number of arguments", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnknownType =
        new("HRG1008", "Unknown type, namespace or scenario", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor DuplicateName =
        new("HRG1009", "Name declared twice", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor ReservedName =
        new("HRG1010", "Reserved name", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor NameCasing =
        new("HRG1011", "Casing convention", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor NameNotForCSharp =
        new("HRG1012", "Name that C# cannot bear", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnusedDeclaration =
        new("HRG1013", "Unused declaration", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor WrongOperands =
        new("HRG2001", "Operands of the wrong type", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor WrongValueType =
        new("HRG2002", "Value of the wrong type", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor MayBeNull =
        new("HRG2003", "Value that may be null", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor ConditionNotBool =
        new("HRG2004", "Condition that is not a bool", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor WrongFields =
        new("HRG2005", "Missing, unknown or repeated fields", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor SecretOutsideConnection =
        new("HRG2006", "Secret outside a connection", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor RecordContainsItself =
        new("HRG2007", "Record that contains itself", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor ConstantComparison =
        new("HRG2008", "Comparison that is always true or always false", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor PartNotAllowed =
        new("HRG2009", "Part repeated, missing or not allowed", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor NoStart =
        new("HRG3001", "Scenario without a sound start", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnreachableState =
        new("HRG3002", "Unreachable state", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor DeadEnd =
        new("HRG3003", "State without a way out", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor UnhandledOutcome =
        new("HRG3004", "Answer not handled for every outcome", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor ShadowedTransition =
        new("HRG3005", "Transition that is never taken", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnsetSessionData =
        new("HRG3006", "Session data read before it is set", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor EventMemberNotShared =
        new("HRG3007", "Member that not every event has", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor NoEventHere =
        new("HRG3008", "No event here", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor AnswerNotAsked =
        new("HRG3009", "Wait for an answer that nothing asks for", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor AnswerNotAwaited =
        new("HRG3010", "Answer that nothing waits for", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor AmbiguousAnswer =
        new("HRG3011", "Answer of two statements", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor InstantLoop =
        new("HRG3012", "Instant loop", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor AnswerLoop =
        new("HRG3013", "Endless round of answers", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor NotInLeavingBlock =
        new("HRG3014", "Not allowed where a visit ends", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor RecursiveAction =
        new("HRG3015", "Actions that run in a circle", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor SessionDataNeverRead =
        new("HRG3016", "Session datum never read", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor ImpossibleDuration =
        new("HRG3017", "Impossible duration", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor SilentlyIgnoredEvent =
        new("HRG3018", "Silently ignored event", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor UnknownOutcomeNotTold =
        new("HRG3019", "Unknown outcome not told apart", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor UselessDefer =
        new("HRG3020", "Useless defer or ignore", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor NotInStart =
        new("HRG3021", "Not allowed in start", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor FailedAnswerStrands =
        new("HRG3022", "Failed answer strands the session", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor TemplateSyntax =
        new("HRG4001", "Template that cannot be parsed", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor TemplateMember =
        new("HRG4002", "Unknown member in a template", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor TemplateFunction =
        new("HRG4003", "Unknown function in a template", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor TemplateJson =
        new("HRG4004", "Template that gives no well-formed JSON", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor TemplateFile =
        new("HRG4005", "Template file not found", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UnescapedHole =
        new("HRG4006", "Unescaped hole", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor NullHole =
        new("HRG4007", "Hole that may be null", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor BracesInPlainString =
        new("HRG4008", "Braces in a string that is no template", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor PlainHttp =
        new("HRG5001", "Unencrypted url", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor CredentialInSource =
        new("HRG5002", "Credential in the source", DiagnosticSeverity.Warning);
    internal static readonly DiagnosticDescriptor PathNotRooted =
        new("HRG5003", "Path that is not rooted", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor LockedStateGone =
        new("HRG6001", "Locked scenario or state is gone", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor LockedStateLacksData =
        new("HRG6002", "Locked state lacks data", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor LockedShapeChanged =
        new("HRG6003", "Locked shape changed", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor LockUnreadable =
        new("HRG6004", "Lock file cannot be read", DiagnosticSeverity.Error);
    internal static readonly DiagnosticDescriptor UselessMigrate =
        new("HRG6005", "Migration without a use", DiagnosticSeverity.Warning);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        UnexpectedText, NotClosed, Malformed, NotUtf8, TooDeepOrTooLarge, UnknownState, UnknownEvent,
        UnknownMember, UnknownName, UnknownConnection, UnknownActionOrLabel, UnknownFunction, UnknownType,
        DuplicateName, ReservedName, NameCasing, NameNotForCSharp, UnusedDeclaration, WrongOperands,
        WrongValueType, MayBeNull, ConditionNotBool, WrongFields, SecretOutsideConnection,
        RecordContainsItself, ConstantComparison, PartNotAllowed, NoStart, UnreachableState, DeadEnd,
        UnhandledOutcome, ShadowedTransition, UnsetSessionData, EventMemberNotShared, NoEventHere,
        AnswerNotAsked, AnswerNotAwaited, AmbiguousAnswer, InstantLoop, AnswerLoop, NotInLeavingBlock,
        RecursiveAction, SessionDataNeverRead, ImpossibleDuration, SilentlyIgnoredEvent,
        UnknownOutcomeNotTold, UselessDefer, NotInStart, FailedAnswerStrands, TemplateSyntax, TemplateMember,
        TemplateFunction, TemplateJson, TemplateFile, UnescapedHole, NullHole, BracesInPlainString, PlainHttp,
        CredentialInSource, PathNotRooted, LockedStateGone, LockedStateLacksData, LockedShapeChanged,
        LockUnreadable, UselessMigrate,
    ];
}
