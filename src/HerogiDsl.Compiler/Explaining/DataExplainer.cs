using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>What comes in, what is remembered, and who is talked to.</summary>
internal sealed class DataExplainer(BoundScenario scenario, PassageList list)
{
    public void Events()
    {
        var events = scenario.States.Append(scenario.Start).SelectMany(state => state.Transitions).Concat(scenario.Anywhere)
            .Select(transition => (transition.Trigger as BoundOnEvent)?.Event)
            .Concat(scenario.States.SelectMany(state => state.Defers).Concat(scenario.AnywhereDefers)
                .Select(defer => defer.Event))
            .Where(@event => @event is { IsAnswer: false })
            .OfType<EventSymbol>()
            .Distinct()
            .OrderBy(@event => @event.Declaration.Span.Start)
            .ToArray();
        if (events.Length == 0)
            return;
        list.Heading("What it hears of");
        foreach (var @event in events)
        {
            var brings = @event.Fields.Count == 0 ? "It brings nothing else." : $"It brings {Fields(@event)}.";
            list.Item($"{@event.Name}: {Wording.Sentence(Wording.Of(@event.Documentation))} {brings}");
        }
    }

    public void Session()
    {
        var symbol = scenario.Symbol;
        if (symbol.Session.Count + symbol.Aggregates.Count == 0)
            return;
        list.Heading("What it remembers of each case");
        foreach (var datum in symbol.Session)
        {
            var initial = datum.Default is null
                ? ""
                : ", at first " + new ExpressionWords(symbol.Origin.Text, "it").Of(datum.Default);
            list.Item(Wording.Sentence($"The {Wording.OfName(datum.Name)}: {TypeWords.Of(datum.Type)}{initial}")
                + About(Wording.Of(datum.Declaration.Documentation)) + Personal(datum.Declaration.Documentation));
        }

        foreach (var aggregate in symbol.Aggregates)
            list.Item(Aggregate(aggregate));
    }

    public void Connections(IEnumerable<BoundConnection> connections)
    {
        var used = scenario.States.SelectMany(state => state.Statements.Concat(state.Exit))
            .Concat(scenario.States.Append(scenario.Start).SelectMany(state => state.Transitions).Concat(scenario.Anywhere)
                .SelectMany(transition => transition.Do))
            .SelectMany(Used)
            .ToArray();
        var there = connections.Where(connection => used.Contains(connection.Symbol)).ToArray();
        if (there.Length == 0)
            return;
        list.Heading("Who it talks to");
        foreach (var connection in there)
            list.Item(ConnectionWords.Of(connection));
    }

    private static IEnumerable<ConnectionSymbol> Used(BoundStatement statement) => statement switch
    {
        BoundHttp http => [http.Connection],
        BoundEmail email => [email.Connection],
        BoundRun run => run.Body.SelectMany(Used),
        BoundIf choice => choice.Branches.SelectMany(branch => branch.Statements).Concat(choice.Else).SelectMany(Used),
        _ => Enumerable.Empty<ConnectionSymbol>(),
    };

    private static string Fields(EventSymbol @event) => Wording.List(@event.Fields.Select(field =>
        "the " + Wording.OfName(field.Name) + Personal(field.Declaration)));

    private static string Personal(FieldSyntax? field) =>
        field?.Documentation?.HasTag("@personal") == true ? " (personal)" : "";

    private static string Personal(Syntax.Documentation? documentation) =>
        documentation?.HasTag("@personal") == true ? " These are personal data." : "";

    private static string About(string documentation) =>
        documentation.Length == 0 ? "" : " " + Wording.Sentence(documentation);

    // example: The spent: the sum of amount of every Purchase of the last 1 week.
    private string Aggregate(AggregateSymbol aggregate)
    {
        var syntax = aggregate.Declaration;
        var field = syntax.Field is { } name ? Wording.OfName(name.Text) : "";
        var what = syntax.Function.Text switch
        {
            "count" => $"how many {syntax.Event.Text} came",
            "sum" => $"the sum of the {field} of every {syntax.Event.Text}",
            "avg" => $"the average {field} of every {syntax.Event.Text}",
            "min" => $"the smallest {field} of every {syntax.Event.Text}",
            _ => $"the largest {field} of every {syntax.Event.Text}",
        };
        var window = syntax.IsTumbling
            ? $"in each stretch of {Wording.Of(syntax.Over.Value)}, counted anew each time"
            : $"in the last {Wording.Of(syntax.Over.Value)}";
        var source = scenario.Symbol.Origin.Text.Content;
        var where = syntax.Where is { } condition
            ? $", as far as {Wording.Quoted(source.Substring(condition.Span.Start, condition.Span.Length))}"
            : "";
        return Wording.Sentence($"The {Wording.OfName(aggregate.Name)}: {what} {window}{where}")
            + About(Wording.Of(syntax.Documentation));
    }
}
