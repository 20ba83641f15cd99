using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics.Catalog;

/// <summary>HRG1xxx: names that do not exist, exist twice, or cannot be borne.</summary>
internal static class NameDiagnostics
{
    public static Diagnostic UnknownState(
        SourceLocation at, string name, string scenario, IReadOnlyCollection<string> states) =>
        new(DiagnosticDescriptors.UnknownState, at, $"scenario '{scenario}' has no state '{name}'")
        {
            Hint = WayOut.Of(name, states, "its states are", "it has no states yet"),
        };

    public static Diagnostic UnknownEvent(SourceLocation at, string name, IReadOnlyCollection<string> events) =>
        new(DiagnosticDescriptors.UnknownEvent, at, $"there is no event '{name}'")
        {
            Hint = WayOut.Of(name, events, "the events in sight are", "declare it: event " + name + " { … }"),
        };

    public static Diagnostic NotInSight(
        DiagnosticDescriptor descriptor, SourceLocation at, string kind, string name, string itsNamespace) =>
        new(descriptor, at, $"there is no {kind} '{name}' in sight")
        {
            Hint = $"'{name}' is declared in namespace '{itsNamespace}': add 'using {itsNamespace}'",
        };

    public static Diagnostic NotAnEvent(SourceLocation at, string name, string kind) =>
        new(DiagnosticDescriptors.UnknownEvent, at, $"'{name}' is a {kind}, not an event");

    public static Diagnostic WrongEventKind(SourceLocation at, string name, string place, string wanted) =>
        new(DiagnosticDescriptors.UnknownEvent, at, $"event '{name}' cannot stand {place}") { Hint = wanted };

    public static Diagnostic UnknownMember(
        SourceLocation at, string member, string owner, IReadOnlyCollection<string> members) =>
        new(DiagnosticDescriptors.UnknownMember, at, $"{owner} has no member '{member}'")
        {
            Hint = WayOut.Of(member, members, "its members are", "it has no members"),
        };

    public static Diagnostic UnknownSessionDatum(
        SourceLocation at, string name, string scenario, IReadOnlyCollection<string> data) =>
        new(DiagnosticDescriptors.UnknownName, at, $"scenario '{scenario}' has no session datum '{name}'")
        {
            Hint = WayOut.Of(name, data, "its session data are", $"declare it: session {name}: string"),
        };

    public static Diagnostic UnknownName(SourceLocation at, string name, IReadOnlyCollection<string> names) =>
        new(DiagnosticDescriptors.UnknownName, at, $"there is no '{name}' here")
        {
            Hint = WayOut.Of(name, names, "in scope are", "nothing is in scope here"),
        };

    public static Diagnostic NotVisible(SourceLocation at, string name, string place, string visible) =>
        new(DiagnosticDescriptors.UnknownName, at, $"'{name}' cannot be read in {place}")
        {
            Hint = $"{place} sees only {visible}",
        };

    public static Diagnostic SetOfAggregate(SourceLocation at, string name) =>
        new(DiagnosticDescriptors.UnknownName, at, $"'{name}' is an aggregate, which cannot be set")
        {
            Hint = "the runtime keeps aggregates; only session data can be set",
        };

    public static Diagnostic UnknownConnection(
        SourceLocation at, string name, IReadOnlyCollection<string> connections) =>
        new(DiagnosticDescriptors.UnknownConnection, at, $"there is no connection '{name}'")
        {
            Hint = WayOut.Of(
                name, connections, "the connections in sight are", $"declare it: connection {name} {{ url \"…\" }}"),
        };

    public static Diagnostic WrongConnectionKind(SourceLocation at, string name, bool wantsSmtp) =>
        new(
            DiagnosticDescriptors.UnknownConnection,
            at,
            wantsSmtp ? $"'{name}' is a connection over http, not to a mail server"
                : $"'{name}' is a connection to a mail server, not over http")
        {
            Hint = wantsSmtp ? $"'email' needs a 'connection {name} smtp'" : "'http' needs a connection without 'smtp'",
        };

    public static Diagnostic UnknownAction(SourceLocation at, string name, IReadOnlyCollection<string> actions) =>
        new(DiagnosticDescriptors.UnknownActionOrLabel, at, $"there is no action '{name}'")
        {
            Hint = WayOut.Of(name, actions, "the actions in sight are", $"declare it: action {name} {{ … }}"),
        };

    public static Diagnostic UnknownLabel(
        SourceLocation at, string label, string place, IReadOnlyCollection<string> labels) =>
        new(DiagnosticDescriptors.UnknownActionOrLabel, at, $"no statement of {place} is labelled '{label}'")
        {
            Hint = WayOut.Of(label, labels, "its labels are", $"label the statement: {label}: http …"),
        };

    public static Diagnostic UnknownFunction(SourceLocation at, string name, IReadOnlyCollection<string> functions) =>
        new(DiagnosticDescriptors.UnknownFunction, at, $"there is no function '{name}'")
        {
            Hint = WayOut.Of(name, functions, "the functions are", ""),
        };

    public static Diagnostic WrongArgumentCount(
        SourceLocation at, string kind, string name, int count, string wanted, string signature) =>
        new(
            DiagnosticDescriptors.UnknownFunction,
            at,
            $"{kind} '{name}' takes {wanted}, not {WayOut.Count(count, "argument")}")
        {
            Hint = $"it is {signature}",
        };

    public static Diagnostic UnknownType(SourceLocation at, string name, IReadOnlyCollection<string> types) =>
        new(DiagnosticDescriptors.UnknownType, at, $"there is no type '{name}'")
        {
            Hint = WayOut.Of(name, types, "the types in sight are", ""),
        };

    public static Diagnostic UnknownNamespace(
        SourceLocation at, string name, IReadOnlyCollection<string> namespaces) =>
        new(DiagnosticDescriptors.UnknownType, at, $"there is no namespace '{name}' in this project")
        {
            Hint = WayOut.Of(name, namespaces, "the namespaces are", ""),
        };

    public static Diagnostic UnknownScenario(SourceLocation at, string name, IReadOnlyCollection<string> scenarios) =>
        new(DiagnosticDescriptors.UnknownType, at, $"there is no scenario '{name}'")
        {
            Hint = WayOut.Of(name, scenarios, "the scenarios in sight are", ""),
        };

    public static Diagnostic Duplicate(SourceLocation at, string kind, string name, SourceLocation first) =>
        new(DiagnosticDescriptors.DuplicateName, at, $"{kind} '{name}' is declared twice")
        {
            Hint = "give one of the two another name",
            Related = [new RelatedLocation(first, $"the first '{name}'")],
        };

    public static Diagnostic Reserved(SourceLocation at, string kind, string name) =>
        new(DiagnosticDescriptors.ReservedName, at, $"'{name}' is a word of the language and cannot name {kind}")
        {
            Hint = "choose another name",
        };

    public static Diagnostic Casing(SourceLocation at, string kind, string name, string better) =>
        new(DiagnosticDescriptors.NameCasing, at, $"{kind} '{name}' breaks the casing convention")
        {
            Hint = $"by convention it is '{better}'",
        };

    public static Diagnostic NotForCSharp(SourceLocation at, string kind, string name, string reason) =>
        new(DiagnosticDescriptors.NameNotForCSharp, at, $"{kind} '{name}' cannot be borne by C#: {reason}")
        {
            Hint = "choose another name (of a field, 'as \"" + name + "\"' keeps its name in JSON)",
        };

    public static Diagnostic SimpleNameTwice(SourceLocation at, string kind, string name, SourceLocation first) =>
        new(
            DiagnosticDescriptors.NameNotForCSharp,
            at,
            $"{kind} '{name}' is declared in two namespaces of this project")
        {
            Hint = $"outside, {kind}s are known by their simple names, which are unique in a project",
            Related = [new RelatedLocation(first, $"the other '{name}'")],
        };
}
