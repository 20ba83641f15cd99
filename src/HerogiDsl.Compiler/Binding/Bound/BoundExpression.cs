using System.Collections.Immutable;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Bound;

/// <summary>An expression with its type; names are symbols, conversions are nodes.</summary>
/// <param name="Type">Its type; an <see cref="ErrorType"/> where something was told to be wrong.</param>
/// <param name="Span">Where it stands in the file that holds the statement.</param>
internal abstract record BoundExpression(TypeSymbol Type, TextSpan Span);

/// <summary>What could not be bound; told already.</summary>
internal sealed record BoundError(TextSpan Span) : BoundExpression(BuiltInTypes.Error, Span)
{
    /// <summary>What stands in it and could be bound: one mistake does not hide another one beside it.</summary>
    public ImmutableArray<BoundExpression> Parts { get; init; } = [];

    /// <summary>The member of its one part, or the root, that was wanted: a condition proves it all the same.</summary>
    public string? Member { get; init; }

    /// <summary>What it may have been meant to prove, as a condition or tested for null; null where it proves nothing.</summary>
    public string? MayProve { get; init; } = Anything;

    /// <summary>Nobody knows what it was to be.</summary>
    public const string Anything = "*";

    /// <summary>Some other member of the event.</summary>
    public const string AnythingOfEvent = "event.*";
}

/// <summary>A long, decimal, string, bool, TimeSpan or null.</summary>
internal sealed record BoundLiteral(object? Value, TypeSymbol Type, TextSpan Span) : BoundExpression(Type, Span);

// example: Plan.Free
internal sealed record BoundEnumValue(EnumSymbol Enum, string Value, TextSpan Span) : BoundExpression(Enum, Span);

/// <summary>`event`: an <see cref="EventSymbol"/>, or an <see cref="EventUnionType"/> where several lead here.</summary>
internal sealed record BoundEvent(TypeSymbol Type, TextSpan Span) : BoundExpression(Type, Span);

// example: session.companyId
internal sealed record BoundSession(SessionSymbol Symbol, TextSpan Span) : BoundExpression(Symbol.Type, Span);

// example: session.spent
internal sealed record BoundAggregate(AggregateSymbol Symbol, TextSpan Span) : BoundExpression(Symbol.Type, Span);

/// <summary>A parameter of the action being run.</summary>
internal sealed record BoundParameter(ParameterSymbol Symbol, TextSpan Span) : BoundExpression(Symbol.Type, Span);

/// <summary>A name that a template gives itself: a loop's variable, an assigned name.</summary>
internal sealed record BoundTemplateLocal(string Name, TypeSymbol Type, TextSpan Span) : BoundExpression(Type, Span);

// example: meta.sessionId, meta.scenario, meta.state, meta.event, meta.timestamp, meta.enteredAt
internal sealed record BoundMeta(string Member, TypeSymbol Type, TextSpan Span) : BoundExpression(Type, Span);

// example: config.hubSpotUrl
internal sealed record BoundConfig(string Key, TextSpan Span) : BoundExpression(BuiltInTypes.String, Span);

/// <summary>A field of a record or of one event, or the field that all events of a union share.</summary>
/// <param name="IsConditional">`?.`: null where the target is null.</param>
internal sealed record BoundMember(
    BoundExpression Target, FieldSymbol Field, bool IsConditional, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A member of a `json` or `json?`: null where it is missing.</summary>
internal sealed record BoundJsonMember(BoundExpression Target, string Name, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>list[int], map[string], json[int] or json[string].</summary>
internal sealed record BoundIndex(BoundExpression Target, BoundExpression Index, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A call; arguments are converted to the parameters.</summary>
internal sealed record BoundCall(
    FunctionSymbol Function, ImmutableArray<BoundExpression> Arguments, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>`not` on bool, `-` on int, decimal, duration.</summary>
internal sealed record BoundUnary(UnaryOperator Operator, BoundExpression Operand, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>Operands are converted to one type, but for times (datetime - datetime, datetime + duration …).</summary>
internal sealed record BoundBinary(
    BinaryOperator Operator, BoundExpression Left, BoundExpression Right, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

internal sealed record BoundInList(BoundExpression Value, bool IsNot, BoundExpression List, TextSpan Span)
    : BoundExpression(BuiltInTypes.Bool, Span);

internal sealed record BoundInRange(
    BoundExpression Value, bool IsNot, BoundExpression Low, BoundExpression High, TextSpan Span)
    : BoundExpression(BuiltInTypes.Bool, Span);

internal sealed record BoundInStatus(BoundExpression Value, bool IsNot, int First, int Last, TextSpan Span)
    : BoundExpression(BuiltInTypes.Bool, Span);

internal sealed record BoundMatches(BoundExpression Value, bool IsNot, string Pattern, TextSpan Span)
    : BoundExpression(BuiltInTypes.Bool, Span);

internal sealed record BoundIsNull(BoundExpression Value, bool IsNot, TextSpan Span)
    : BoundExpression(BuiltInTypes.Bool, Span);

internal sealed record BoundIsEvent(BoundExpression Value, bool IsNot, EventSymbol Event, TextSpan Span)
    : BoundExpression(BuiltInTypes.Bool, Span);

internal sealed record BoundConditional(
    BoundExpression Condition, BoundExpression Then, BoundExpression Else, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A record or event: every field once, in the order of the declaration, defaults filled in.</summary>
internal sealed record BoundObject(
    NamedTypeSymbol ObjectType, ImmutableArray<BoundObjectField> Fields, TextSpan Span)
    : BoundExpression(ObjectType, Span);

/// <summary>A field of an object literal.</summary>
internal sealed record BoundObjectField(FieldSymbol Field, BoundExpression Value);

/// <summary>An object literal where `json` is wanted, or a map literal where `map` is.</summary>
internal sealed record BoundMap(
    ImmutableArray<KeyValuePair<string, BoundExpression>> Entries, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A list; items are converted to its element type.</summary>
internal sealed record BoundList(ImmutableArray<BoundExpression> Items, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>int to decimal, T to T?, json to what is wanted, a literal's items to json.</summary>
internal sealed record BoundConversion(BoundExpression Operand, TypeSymbol Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A T? where a T is needed: proved to be there, or told as HRG2003; faults where null comes all the same.</summary>
/// <param name="Text">The expression as written, for the message of the fault.</param>
internal sealed record BoundNotNull(BoundExpression Operand, string Text, TextSpan Span)
    : BoundExpression(Operand.Type.Underlying, Span);
