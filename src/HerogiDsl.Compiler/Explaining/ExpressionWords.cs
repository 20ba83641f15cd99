using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>Expressions in plain words; what has none stands as it is written, in quotes.</summary>
/// <param name="text">The file that holds the expressions.</param>
/// <param name="eventWord">What `event` is called: it, the answer.</param>
internal sealed class ExpressionWords(SourceText text, string eventWord)
{
    public SourceText Text => text;

    public string EventWord => eventWord;

    public string Of(BoundExpression expression) => expression switch
    {
        BoundLiteral literal => Of(literal),
        BoundEnumValue value => value.Value,
        BoundEvent => eventWord == "it" ? "all of it" : "all of " + eventWord,
        BoundSession session => OfDatum(session.Symbol),
        BoundAggregate aggregate => "the " + Wording.OfName(aggregate.Symbol.Name),
        BoundParameter parameter => "the " + Wording.OfName(parameter.Symbol.Name),
        BoundTemplateLocal local => "the " + Wording.OfName(local.Name),
        BoundMeta meta => OfMeta(meta.Member),
        BoundConfig config => $"the setting {Wording.Quoted(config.Key)}",
        BoundMember member => OfMember(member.Target, member.Field.Name, member.Type.Underlying == BuiltInTypes.Int),
        BoundJsonMember member => OfMember(member.Target, member.Name, isCount: false),
        BoundIndex index => OfIndex(index),
        BoundCall call => FunctionWords.Of(call, this) ?? Source(call),
        BoundUnary { Operator: UnaryOperator.Negate } unary => "minus " + Of(unary.Operand),
        BoundBinary binary => OfBinary(binary),
        BoundConditional choice =>
            $"{Of(choice.Then)} if {ConditionWords.Of(choice.Condition, this)}, otherwise {Of(choice.Else)}",
        BoundList { Items.IsEmpty: true } => "an empty list",
        BoundList list => "the list of " + Wording.List(list.Items.Select(Of)),
        BoundObject @object => OfObject(@object),
        BoundMap { Entries.IsEmpty: true } => "an empty table",
        BoundMap map => Wording.List(map.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value)}")),
        BoundConversion conversion => Of(conversion.Operand),
        BoundNotNull sure => Of(sure.Operand),
        _ when expression.Type == BuiltInTypes.Bool => "whether " + ConditionWords.Of(expression, this),
        _ => Source(expression),
    };

    // example: searches, which is a number, is the number of searches
    public static string OfDatum(SessionSymbol datum)
    {
        var name = Wording.OfName(datum.Name);
        return "the " + (Wording.IsPlural(name) && datum.Type.Underlying == BuiltInTypes.Int ? "number of " : "") + name;
    }

    /// <summary>What is behind the conversions that nobody wrote.</summary>
    public static BoundExpression Bare(BoundExpression expression) => expression switch
    {
        BoundConversion conversion => Bare(conversion.Operand),
        BoundNotNull sure => Bare(sure.Operand),
        _ => expression,
    };

    public string Source(BoundExpression expression)
    {
        var start = Math.Min(expression.Span.Start, text.Content.Length);
        var source = text.Content.Substring(start, Math.Min(expression.Span.Length, text.Content.Length - start));
        return Wording.Quoted(string.Join(" ", source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string Of(BoundLiteral literal) => literal.Value switch
    {
        null => "nothing",
        true => "yes",
        false => "no",
        string said => Wording.Quoted(said),
        TimeSpan duration => Wording.Of(duration),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static string OfMeta(string member) => member switch
    {
        "sessionId" => "the name of the case",
        "scenario" => "the name of this scenario",
        "state" => "the name of the step",
        "event" => "the name of what came",
        "timestamp" => "the time at which it came",
        _ => "the time at which this step began",
    };

    private string OfMember(BoundExpression target, string name, bool isCount)
    {
        var bare = Bare(target);
        var said = (isCount && Wording.IsPlural(name) ? "number of " : "") + Wording.OfName(name);

        // What stands in the body of an answer is the answer's.
        if (bare is BoundMember { Target: var inner, Field.Name: "body" } && Bare(inner) is BoundEvent answer)
            bare = answer;
        if (bare is BoundEvent @event)
            return Wording.Possessive(Event(@event)) + " " + (name == "body" ? "content" : said);
        var owner = Of(bare);
        return owner.Contains(" of ") || owner.Contains(", ")
            ? $"the {said} of {owner}"
            : Wording.Possessive(owner) + " " + said;
    }

    // Where several may have come, a condition may have told which.
    private string Event(BoundEvent @event) =>
        eventWord == EventWords.Several && @event.Type is EventSymbol known ? known.Name : eventWord;

    private string OfIndex(BoundIndex index) => Bare(index.Index) switch
    {
        BoundLiteral { Value: 0L } => "the first of " + Of(index.Target),
        BoundLiteral { Value: 1L } => "the second of " + Of(index.Target),
        BoundLiteral { Value: long place } => $"number {place + 1} of " + Of(index.Target),
        var key => $"what {Of(index.Target)} has for {Of(key)}",
    };

    private string OfBinary(BoundBinary binary) => binary.Operator switch
    {
        BinaryOperator.Coalesce => OfCoalesce(binary),
        BinaryOperator.Add when binary.Type == BuiltInTypes.String => Of(binary.Left) + " followed by " + Of(binary.Right),
        BinaryOperator.Add => Operand(binary.Left) + " plus " + Operand(binary.Right),
        BinaryOperator.Subtract => Operand(binary.Left) + " minus " + Operand(binary.Right),
        BinaryOperator.Multiply => Operand(binary.Left) + " times " + Operand(binary.Right),
        BinaryOperator.Divide => Operand(binary.Left) + " divided by " + Operand(binary.Right),
        BinaryOperator.Remainder => "what is left of " + Operand(binary.Left) + " divided by " + Operand(binary.Right),
        _ => "whether " + ConditionWords.Of(binary, this),
    };

    private string OfCoalesce(BoundBinary binary) =>
        Bare(binary.Right) is BoundCall { Function.Name: "fail", Arguments: [var message] }
            ? $"{Of(binary.Left)} (without one, it stops for somebody to look: {Of(message)})"
            : $"{Of(binary.Left)} (or {Of(binary.Right)} where there is none)";

    private string Operand(BoundExpression operand) =>
        Bare(operand) is BoundBinary or BoundConditional ? $"({Of(operand)})" : Of(operand);

    private string OfObject(BoundObject @object)
    {
        var given = @object.Fields.Where(field => field.Value is not BoundLiteral { Value: null });
        var fields = given.Select(field => $"{Of(field.Value)} as {Wording.OfName(field.Field.Name)}");
        return $"a new {@object.ObjectType.Name} with {Wording.List(fields)}";
    }
}
