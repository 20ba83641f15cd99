using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Text;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns expressions into C#.</summary>
internal sealed class ExpressionLowerer
{
    private readonly ScenarioTables _tables;
    private readonly StepScope _scope;
    private readonly OperatorLowerer _operators;
    private readonly TestLowerer _tests;
    private readonly CallLowerer _calls;
    private readonly LiteralLowerer _literals;

    public ExpressionLowerer(ScenarioTables tables, StepScope scope, SourceText text)
    {
        _tables = tables;
        _scope = scope;
        Text = text;
        _operators = new OperatorLowerer(this);
        _tests = new TestLowerer(this, tables, scope);
        _calls = new CallLowerer(this, tables);
        _literals = new LiteralLowerer(this, tables);
    }

    /// <summary>The file that the expressions stand in.</summary>
    public SourceText Text { get; }

    public CSharpTypes Types => _tables.Types;

    /// <summary>Turns an expression into C#; <paramref name="wanted"/> is the type of a `fail(…)`.</summary>
    public CSharpCode Lower(BoundExpression expression, TypeSymbol? wanted = null) => expression switch
    {
        BoundLiteral literal => LiteralLowerer.Lower(literal),
        BoundEnumValue value => CSharpCode.Primary(
            _tables.Names.Global(value.Enum) + "." + CSharpNames.Escape(value.Value)),
        BoundEvent @event => LowerEvent(@event),
        BoundSession session => LowerSession(session),
        BoundParameter parameter => CSharpCode.Primary(_scope.Find(parameter.Symbol), parameter.Type.IsNullable),
        BoundMeta meta => LowerMeta(meta),
        BoundConfig config => CSharpCode.Primary($"context.Config({CSharpLiteral.Text(config.Key)})"),
        BoundMember member => LowerMember(member),
        BoundJsonMember member => CSharpCode.Primary(
            $"{Names.JsonValues}.Member({Lower(member.Target).Text}, {CSharpLiteral.Text(member.Name)})", true),
        BoundIndex index => LowerIndex(index),
        BoundCall call => _calls.Lower(call, wanted),
        BoundUnary or BoundBinary => _operators.Lower(expression, wanted),
        BoundConditional conditional => LowerConditional(conditional),
        BoundNotNull notNull => LowerNotNull(notNull),
        BoundConversion or BoundObject or BoundMap or BoundList => _literals.Lower(expression),
        BoundAggregate aggregate => AggregateLowerer.Read(aggregate.Symbol),
        BoundError => CSharpCode.Primary($"{Names.Fault}.Unset<object>(\"\")"),
        _ => _tests.Lower(expression),
    };

    /// <summary>An argument or operand that stands between commas or parentheses.</summary>
    public string Argument(BoundExpression expression, TypeSymbol? wanted = null) => Lower(expression, wanted).Text;

    /// <summary>A condition: constants are hidden from C#, which would warn of code that is never reached.</summary>
    public string Condition(BoundExpression expression)
    {
        var code = Lower(expression, BuiltInTypes.Bool);
        return IsConstant(expression) ? $"{Names.Functions}.Value({code.Text})" : code.Text;
    }

    public static bool IsConstant(BoundExpression expression) => expression switch
    {
        BoundLiteral or BoundEnumValue => true,
        BoundUnary unary => IsConstant(unary.Operand),
        BoundBinary binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        BoundConversion conversion => IsConstant(conversion.Operand),
        BoundConditional conditional => IsConstant(conditional.Condition),
        BoundInStatus status => IsConstant(status.Value),
        BoundInRange range => IsConstant(range.Value),
        _ => false,
    };

    /// <summary>The expression as it is written, on one line.</summary>
    public string Source(BoundExpression expression) => SourceLines.OneLine(Text, expression.Span);

    /// <summary>What stands behind `??` where a null is a fault.</summary>
    public string NullFault(string written, TextSpan span)
    {
        var at = Text.GetPosition(span.Start);
        return $"throw {Names.Fault}.Null({CSharpLiteral.Text(written)}, {CSharpLiteral.Text(Text.Path)}, "
            + $"{at.Line + 1}, {at.Column + 1})";
    }

    private CSharpCode LowerEvent(BoundEvent @event) =>
        @event.Type is EventSymbol type && !type.Equals(_scope.Event.Type)
            ? CSharpCode.Primary($"{Names.Functions}.Event<{_tables.Names.Global(type)}>({_scope.Event.Text})")
            : CSharpCode.Primary(_scope.Event.Text, _scope.Event.Type is null);

    private CSharpCode LowerSession(BoundSession session) =>
        _scope.Find(session.Symbol) is { } place
            ? CSharpCode.Primary(place.Text, place.IsNullable)
            : CSharpCode.Primary(
                $"{Names.Fault}.Unset<{Types.Name(session.Type)}>({CSharpLiteral.Text(session.Symbol.Name)})",
                session.Type.IsNullable);

    private static CSharpCode LowerMeta(BoundMeta meta) => meta.Member switch
    {
        "sessionId" => CSharpCode.Primary("context.SessionId"),
        "scenario" => CSharpCode.Primary("context.Scenario"),
        "state" => CSharpCode.Primary("context.State"),
        "event" => CSharpCode.Primary("context.EventName", true),
        "timestamp" => CSharpCode.Primary("context.Timestamp"),
        _ => CSharpCode.Primary("context.EnteredAt"),
    };

    // example: event.body.id, session.customer?.email
    private CSharpCode LowerMember(BoundMember member)
    {
        if (member.Target is BoundEvent { Type: EventUnionType union })
            return LowerShared(union, member);
        var target = Lower(member.Target);
        var point = member.IsConditional && target.IsNullable ? "?." : ".";
        return CSharpCode.Primary(
            target.At(Precedence.Primary) + point + _tables.Names.Property(member.Field),
            member.Field.Type.IsNullable || point == "?.");
    }

    private CSharpCode LowerShared(EventUnionType union, BoundMember member)
    {
        if (_scope.Event.Type is { } known && union.Events.Contains(known))
        {
            return CSharpCode.Primary(
                _scope.Event.Text + "." + PropertyOf(known, member.Field), member.Type.IsNullable);
        }

        var arms = union.Events.Select((@event, index) =>
            $"{_tables.Names.Global(@event)} event{index + 1} => event{index + 1}.{PropertyOf(@event, member.Field)}");
        return CSharpCode.Primary(
            $"({_scope.Event.Text} switch {{ {string.Join(", ", arms)}, "
                + $"_ => throw {Names.Fault}.WrongEvent({_scope.Event.Text}) }})",
            member.Type.IsNullable);
    }

    private string PropertyOf(EventSymbol @event, FieldSymbol field) =>
        _tables.Names.Property(@event.Fields.First(candidate => candidate.Name == field.Name));

    private CSharpCode LowerIndex(BoundIndex index)
    {
        var target = index.Target.Type.Underlying;
        var arguments = $"({Argument(index.Target)}, {Argument(index.Index)})";
        if (target is not MapType map)
        {
            return CSharpCode.Primary(
                target is ListType ? $"{Names.Functions}.Item{arguments}" : $"{Names.JsonValues}.Item{arguments}",
                index.Type.IsNullable);
        }

        var method = CSharpTypes.IsValueType(map.Element) ? "ItemValue" : "Item";
        return CSharpCode.Primary($"{Names.Functions}.{method}{arguments}", true);
    }

    private CSharpCode LowerConditional(BoundConditional conditional)
    {
        var then = Lower(conditional.Then, conditional.Type);
        var @else = Lower(conditional.Else, conditional.Type);
        var isNullable = then.IsNullable || @else.IsNullable;
        var cast = isNullable && CSharpTypes.IsValueType(conditional.Type)
            ? $"({Types.Name(conditional.Type.ToNullable())})"
            : "";
        var first = cast.Length > 0 ? cast + then.At(Precedence.Unary) : then.At(Precedence.Coalesce);
        return new CSharpCode(
            $"{Lower(conditional.Condition).At(Precedence.Coalesce)} ? {first} : {@else.At(Precedence.Conditional)}",
            Precedence.Conditional,
            isNullable);
    }

    private CSharpCode LowerNotNull(BoundNotNull notNull)
    {
        var operand = Lower(notNull.Operand, notNull.Type);
        return operand.IsNullable
            ? new CSharpCode(
                $"{operand.At(Precedence.Or)} ?? {NullFault(SourceLines.OneLine(notNull.Text), notNull.Span)}",
                Precedence.Coalesce,
                false)
            : operand;
    }
}
