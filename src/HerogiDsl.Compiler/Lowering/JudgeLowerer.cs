using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>The methods that judge what happens in a state: one that tells events apart, and one for each event and timer.</summary>
internal sealed class JudgeLowerer(ScenarioPlan plan, BoundState state)
{
    private readonly List<MethodModel> _handlers = [];
    private readonly CodeBuilder _arms = plan.Tables.NewCode();

    private bool IsStart => state.Symbol.Kind == StateKind.Start;

    private string RecordName => IsStart ? "Start" : plan.Record(state.Symbol);

    private string StateParameter => IsStart ? "" : plan.Tables.Names.StateRecord(state.Symbol) + " state, ";

    private string StateArgument => IsStart ? "" : "state, ";

    private string Ignored => $"{Names.StepResult}.Ignored({(IsStart ? "null" : "state")})";

    /// <summary>The name of the first method, and all of them.</summary>
    public (string Name, IReadOnlyList<MethodModel> Methods) Lower()
    {
        var name = plan.Tables.MethodNames.Take("From" + RecordName);
        _arms.Add("return trigger switch");
        _arms.Open();
        var items = ItemsOf();
        var named = plan.Tables.Names.InOrder(items.Select(item => item.Event).OfType<EventSymbol>());
        foreach (var @event in named)
            AddEvent(@event, items.Where(item => item.Takes(@event)).ToArray());
        if (items.Any(item => item.Transition?.Trigger is BoundOnAny))
            AddAny(named, items.Where(item => item.Transition?.Trigger is BoundOnAny).ToArray());
        AddTimers();
        _arms.Add($"_ => {Ignored},");
        _arms.Close(";");
        var signature = $"private static {Names.StepResult} {name}({StateParameter}{Names.Trigger} trigger, {Names.StepContext} context)";
        return (name, [new MethodModel("", signature, _arms.ToLines()), .. _handlers]);
    }

    private JudgedItem[] ItemsOf() =>
    [
        .. state.Transitions.Select(transition => new JudgedItem(transition, null)),
        .. state.Defers.Select(defer => new JudgedItem(null, defer)),
        .. IsStart
            ? []
            : plan.Scenario.Anywhere.Where(transition => transition.Target != state.Symbol)
                .Select(transition => new JudgedItem(transition, null))
                .Concat(plan.Scenario.AnywhereDefers.Select(defer => new JudgedItem(null, defer))),
    ];

    private void AddEvent(EventSymbol @event, JudgedItem[] items)
    {
        var type = plan.Tables.Names.Global(@event);
        if (items[0].Defer is { } defer)
        {
            _arms.Add($"{{ Event: {type} }} => {Outcome(defer)},");
            return;
        }

        var usesLabel = items.Any(item => item.Transition?.Trigger is BoundOnEvent { From: not null });
        var name = plan.Tables.MethodNames.Take($"{RecordName}On{@event.Name}");
        var (parameter, argument) = usesLabel ? ("string? label, ", "trigger.Label, ") : ("", "");
        _arms.Add($"{{ Event: {type} @event }} => {name}({StateArgument}@event, {argument}context),");
        AddHandler(
            $"private static {Names.StepResult} {name}({StateParameter}{type} @event, {parameter}{Names.StepContext} context)",
            new EventPlace("@event", @event),
            items);
    }

    // `on any` takes ordinary events only.
    private void AddAny(EventSymbol[] named, JudgedItem[] items)
    {
        var answers = plan.Events.Where(@event => @event.IsAnswer && !named.Contains(@event)).ToArray();
        if (answers.Length > 0)
        {
            var types = string.Join(" or ", answers.Select(plan.Tables.Names.Global));
            _arms.Add($"{{ Event: {types} }} => {Ignored},");
        }

        var name = plan.Tables.MethodNames.Take($"{RecordName}OnAny");
        _arms.Add($"{{ Event: {{ }} @event }} => {name}({StateArgument}@event, context),");
        AddHandler(
            $"private static {Names.StepResult} {name}({StateParameter}{Names.IEvent} @event, {Names.StepContext} context)",
            new EventPlace("@event", null),
            items);
    }

    private void AddTimers()
    {
        var timers = plan.TimersOf(state);
        for (var i = 0; i < timers.Count; i++)
        {
            var kind = timers[i].Trigger is BoundEvery ? "Every" : "After";
            var name = plan.Tables.MethodNames.Take(RecordName + kind);
            _arms.Add($"{{ Timer: {i} }} => {name}({StateArgument}context),");
            AddHandler(
                $"private static {Names.StepResult} {name}({StateParameter}{Names.StepContext} context)",
                EventPlace.None,
                [new JudgedItem(timers[i], null)]);
        }
    }

    private void AddHandler(string signature, EventPlace @event, JudgedItem[] items)
    {
        var code = plan.Tables.NewCode();
        var scope = new StepScope(@event);
        foreach (var datum in IsStart ? [] : plan.AtRest(state.Symbol))
        {
            scope.SetData(datum.Symbol, new DataPlace(
                "state." + plan.Tables.Names.DataProperty(state.Symbol, datum.Symbol),
                DataLowerer.TypeOf(datum).IsNullable,
                IsLocal: false));
        }

        // A guard of `start` may read what a new instance begins with.
        if (IsStart && items.Any(item => item.Transition?.Guard is not null))
        {
            foreach (var target in items.Select(item => item.Transition?.Target).OfType<StateSymbol>())
                InitialData.Declare(plan, scope, code, target);
        }

        AddItems(items, scope, code);
        _handlers.Add(new MethodModel("", signature, code.ToLines()));
    }

    private void AddItems(JudgedItem[] items, StepScope scope, CodeBuilder code)
    {
        foreach (var item in items)
        {
            if (item.Defer is { } defer)
            {
                code.Blank();
                code.Add($"return {Outcome(defer)};");
                return;
            }

            if (item.Transition is not { } transition)
                continue;
            new TransitionLowerer(plan, state, transition, scope, code).Lower();
            if (TransitionLowerer.TakesAll(transition))
                return;
        }

        code.Blank();
        code.Add($"return {Ignored};");
    }

    private string Outcome(BoundDefer defer) =>
        defer.IsIgnore || IsStart ? Ignored : $"{Names.StepResult}.Deferred(state)";
}

/// <summary>What an event is held against: a transition, or a `defer` or `ignore`.</summary>
internal sealed record JudgedItem(BoundTransition? Transition, BoundDefer? Defer)
{
    /// <summary>The event that it is about; null of a timer and of `any`.</summary>
    public EventSymbol? Event => Defer?.Event ?? (Transition?.Trigger as BoundOnEvent)?.Event;

    public bool Takes(EventSymbol @event) =>
        Event == @event || (Transition?.Trigger is BoundOnAny && !@event.IsAnswer);
}
