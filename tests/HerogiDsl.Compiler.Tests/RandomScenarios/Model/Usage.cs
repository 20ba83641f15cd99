namespace HerogiDsl.Compiler.Tests.RandomScenarios.Model;

/// <summary>Every statement and expression of a scenario, each once; and what of its declarations they mention.</summary>
internal static class Usage
{
    public static IEnumerable<Stmt> StatementsOf(ScenarioModel scenario) => Flat(
    [
        .. scenario.Actions.SelectMany(action => action.Body),
        .. scenario.States.SelectMany(state => state.Statements.Concat(state.Exit)),
        .. scenario.AllTransitions.SelectMany(transition => transition.Do),
    ]);

    public static IEnumerable<Stmt> Flat(IEnumerable<Stmt> statements) => statements.SelectMany(statement => statement is If @if
        ? Flat(@if.Branches.SelectMany(branch => branch.Then).Concat(@if.Else)).Prepend(statement)
        : [statement]);

    public static IEnumerable<Expr> ExpressionsOf(ScenarioModel scenario) =>
        StatementsOf(scenario).SelectMany(PartsOf)
            .Concat(scenario.AllTransitions.Select(transition => transition.Guard).OfType<Expr>())
            .SelectMany(Parts);

    /// <summary>The comparisons of a scenario, and where they stand.</summary>
    public static IEnumerable<(Expr Test, int Line)> TestsByLine(ScenarioModel scenario, IReadOnlyDictionary<object, int> lines) =>
        PartsByLine(scenario, lines).Where(place => IsTest(place.Part));

    /// <summary>The session data that are read in a line.</summary>
    public static HashSet<string> DataReadAt(ScenarioModel scenario, IReadOnlyDictionary<object, int> lines, int line) =>
        [.. PartsByLine(scenario, lines).Where(place => place.Line == line).Select(place => place.Part).OfType<SessionRead>()
            .Select(read => read.Name)];

    private static IEnumerable<(Expr Part, int Line)> PartsByLine(ScenarioModel scenario, IReadOnlyDictionary<object, int> lines) =>
        StatementsOf(scenario).SelectMany(statement => statement is If @if
                ? @if.Branches.Select(branch => (branch.Condition, lines[branch]))
                : PartsOf(statement).Select(part => (part, lines[statement])))
            .Concat(scenario.AllTransitions.Where(transition => transition.Guard is not null)
                .Select(transition => (transition.Guard ?? new Null(), lines[transition])))
            .SelectMany(place => Parts(place.Item1).Select(part => (part, place.Item2)));

    private static bool IsTest(Expr expression) => expression is Compare or InRange or InList or IsNull or IsEvent;

    /// <summary>An expression and all in it.</summary>
    public static IEnumerable<Expr> Parts(Expr expression) => (expression switch
    {
        Not not => [not.Operand],
        And and => [and.Left, and.Right],
        Or or => [or.Left, or.Right],
        Compare compare => [compare.Left, compare.Right],
        InRange range => [range.Value],
        InList list => [list.Value],
        IsNull test => [test.Value],
        Coalesce coalesce => [coalesce.Left, coalesce.Right],
        Choose choose => [choose.Condition, choose.Then, choose.Else],
        Plus plus => [plus.Left, plus.Right],
        _ => Array.Empty<Expr>(),
    }).SelectMany(Parts).Prepend(expression);

    public static bool MentionsEvent(ScenarioModel scenario, EventDecl declared) =>
        (!declared.IsAnswer && scenario.AllTransitions.Any(transition => transition.Trigger is OnAny))
        || scenario.AllTransitions.Any(transition => transition.Trigger is On on && on.Event == declared.Name)
        || scenario.States.SelectMany(state => state.Defers).Concat(scenario.AnywhereDefers)
            .Any(defer => defer.Event == declared.Name)
        || scenario.Data.Any(datum => datum.Counted?.Event == declared.Name)
        || StatementsOf(scenario).Any(statement => statement switch
        {
            Send send => send.Event == declared.Name,
            Cancel cancel => cancel.Event == declared.Name,
            Call call => call.Returns == declared.Name,
            _ => false,
        })
        || ExpressionsOf(scenario).Any(expression => expression is IsEvent test && test.Event == declared.Name);

    public static bool ReadsDatum(ScenarioModel scenario, Datum datum) =>
        ExpressionsOf(scenario).Any(expression => expression is SessionRead read && read.Name == datum.Name);

    public static bool SetsDatum(ScenarioModel scenario, Datum datum) =>
        StatementsOf(scenario).Any(statement => statement is Set set && set.Datum == datum.Name);

    private static IEnumerable<Expr> PartsOf(Stmt statement) => statement switch
    {
        Set set => [set.Value],
        If @if => [.. @if.Branches.Select(branch => branch.Condition)],
        Log log => log.Holes,
        Send send => [.. send.Payload.Select(part => part.Value)],
        Call call => [.. new[] { call.Condition, call.Hole }.OfType<Expr>(), .. call.Json],
        Run { Argument: { } argument } => [argument],
        _ => [],
    };
}
