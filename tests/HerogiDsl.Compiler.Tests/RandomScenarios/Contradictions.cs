using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;
using HerogiDsl.Compiler.Tests.RandomScenarios.Sessions;

namespace HerogiDsl.Compiler.Tests.RandomScenarios;

/// <param name="Kind">The same for the same mistake, whatever the scenario.</param>
internal sealed record Contradiction(string Kind, string Detail);

/// <summary>Holds what the compiler claims of a scenario against its description, and against what happens.</summary>
internal sealed class Contradictions
{
    private static readonly string[] OfEvents = ["HRG1003", "HRG3007", "HRG3008", "HRG4002"];

    private readonly ScenarioModel _scenario;
    private readonly Claims _claims;
    private readonly IReadOnlyDictionary<object, int> _lines;
    private readonly GraphRules _graph;

    public Contradictions(ScenarioModel scenario, Claims claims, IReadOnlyDictionary<object, int> lines)
    {
        _scenario = scenario;
        _claims = claims;
        _lines = lines;
        _graph = new GraphRules(scenario, lines);
    }

    /// <summary>Against section 5 and the table of diagnostics, with every path gone.</summary>
    public IEnumerable<Contradiction> WithTheDescription()
    {
        // Members of one name and two types may meet in an action; types are not what these scenarios are about.
        if (_claims.Messages.Keys.Any(told => told.Id is "HRG2001" or "HRG2002"))
            yield break;
        var expected = new Expected();
        var certain = PathRules.Walk(_scenario, _lines, _graph.Reachable, expected);
        var answers = new AnswerRules(_scenario, _lines);
        foreach (var told in _graph.Told().Concat(answers.Told()))
            expected.Tell(told, isSure: true);
        // Where `event` is read wrongly, what stands there is not looked at any more.
        var isWhole = !expected.Must.Concat(_claims.Messages.Keys).Any(told => OfEvents.Contains(told.Id));
        foreach (var told in expected.Must.Where(told => !_claims.Messages.ContainsKey(told) && (isWhole || IsBeside(told, expected))))
            yield return new Contradiction($"{told.Id} is not told", $"line {told.Line} should be told {told.Id}");
        foreach (var (told, message) in _claims.Messages)
        {
            if (!expected.Allows(told) && told.Id is not ("HRG3002" or "HRG3012"))
                yield return new Contradiction($"{told.Id} is a false alarm", $"line {told.Line}: {told.Id} {message}");
        }

        foreach (var found in isWhole ? Unreachable().Concat(Loops()).Concat(Messages(answers)) : [])
            yield return found;
        foreach (var found in _claims.HasErrors || HasDeadBranch ? [] : Records(certain))
            yield return found;
    }

    // What stands under the wish for an event that cannot come is taken as if it came.
    private bool HasDeadBranch => _claims.Messages.Any(pair =>
        pair.Key.Id == "HRG2008" && pair.Value.Contains("comes here", StringComparison.Ordinal));

    // Of a chain the first only.
    private IEnumerable<Contradiction> Unreachable()
    {
        var told = _scenario.States.Where(state => _claims.Tell("HRG3002", _lines[state])).ToArray();
        foreach (var state in told.Where(state => _graph.Reachable.Contains(state.Name)))
            yield return new Contradiction("HRG3002 is a false alarm", $"'{state.Name}' is led to");
        var following = told.SelectMany(state => _graph.Following(state).Append(state.Name)).ToHashSet();
        var left = _scenario.States.Where(state => !_graph.Reachable.Contains(state.Name) && !following.Contains(state.Name));
        foreach (var state in left)
            yield return new Contradiction("HRG3002 is not told", $"nothing leads to '{state.Name}'");
        var later = told.Where(state => told.Any(other => other != state && _graph.Following(other).Contains(state.Name)));
        foreach (var state in later)
            yield return new Contradiction("HRG3002 is told twice", $"'{state.Name}' follows from another one");
    }

    private IEnumerable<Contradiction> Loops()
    {
        var rounds = new SendLoops(_scenario, _lines).Rounds();
        var told = _claims.Messages.Keys.Where(told => told.Id == "HRG3012").Select(told => told.Line).ToArray();
        foreach (var line in told.Where(line => !rounds.Any(round => round.Contains(line))))
            yield return new Contradiction("HRG3012 is a false alarm", $"line {line} leads round nowhere");
        if (rounds.Any(round => !round.Overlaps(told)))
            yield return new Contradiction("HRG3012 is not told", "states send themselves what leads round");
    }

    private IEnumerable<Contradiction> Messages(AnswerRules answers)
    {
        foreach (var state in _scenario.States.Where(state => !state.IsEnd))
        {
            var line = _lines[state];
            if (_claims.Messages.TryGetValue(new Told("HRG3018", line), out var ignoring))
            {
                var named = _scenario.Events.Select(declared => declared.Name)
                    .Where(name => ignoring.Contains($"'{name}'", StringComparison.Ordinal));
                if (!named.ToHashSet().SetEquals(_graph.Ignored(state)))
                    yield return new Contradiction("HRG3018 names other events", ignoring);
            }

            var open = answers.Answers(state).Where(answer => answers.Remaining(state, answer).Count > 0).ToArray();
            if (open is [var answer] && _claims.Messages.TryGetValue(new Told("HRG3004", line), out var message))
            {
                var named = new NamedStatuses(message.Split("': ")[^1]);
                var remaining = answers.Remaining(state, answer);
                var all = Outcomes.Of(_scenario.Event(answer)).Select(outcome => outcome.Status);
                if (all.Any(status => !named.Allows(status, remaining.Contains(status))))
                    yield return new Contradiction("HRG3004 names other outcomes", message);
            }
        }
    }

    private IEnumerable<Contradiction> Records(IReadOnlyDictionary<string, IReadOnlyDictionary<string, bool>> certain)
    {
        foreach (var (state, data) in certain.Where(pair => _claims.Records.ContainsKey(pair.Key)))
        {
            var record = _claims.Records[state];
            if (!record.Keys.ToHashSet().SetEquals(data.Keys))
            {
                yield return new Contradiction(
                    "a record holds other data",
                    $"'{state}' holds {string.Join(", ", record.Keys)}; certain are {string.Join(", ", data.Keys)}");
            }

            foreach (var (name, isThere) in data.Where(pair =>
                record.TryGetValue(pair.Key, out var mayBeNull) && mayBeNull == pair.Value && !(mayBeNull && IsOneOfTwo(pair.Key))))
                yield return new Contradiction($"a record is wrong about null", $"'{name}' of '{state}' is certainly there: {isThere}");
        }
    }

    /// <summary>Against sessions that ran.</summary>
    public IEnumerable<Contradiction> With(Observed observed)
    {
        foreach (var fault in observed.Faults.Where(fault => !IsTold(fault)))
            yield return new Contradiction($"{fault.Id} happened and was not told", $"line {fault.Line}");
        foreach (var state in _scenario.States)
        {
            if (_claims.Tell("HRG3002", _lines[state]) && observed.Entered.Contains(state.Name))
                yield return new Contradiction("an unreachable state was entered", $"'{state.Name}'");
            if (_claims.Tell("HRG3003", _lines[state]) && observed.Moves.Any(move => move.From == state.Name && move.To != state.Name))
                yield return new Contradiction("a state without a way out was left", $"'{state.Name}'");
            if (_claims.Messages.TryGetValue(new Told("HRG3018", _lines[state]), out var message)
                && observed.Taken.Any(taken => taken.State == state.Name && message.Contains($"'{taken.Event}'", StringComparison.Ordinal)))
            {
                yield return new Contradiction("an ignored event was taken", message);
            }
        }

        foreach (var (part, line) in _lines.Where(pair => observed.Done.Contains(pair.Key)))
        {
            if (part is Transition && (_claims.Tell("HRG3005", line) || _claims.Tell("HRG3009", line)))
                yield return new Contradiction("a dead transition was taken", $"line {line}");
            // One of what nothing ever takes decides, and might as well not.
            if (part is Defer defer && _claims.Tell("HRG3020", line) && IsEverTaken(defer))
                yield return new Contradiction("a useless defer decided", $"line {line}");
        }

        foreach (var found in Untaken(observed).Concat(Tests(observed)))
            yield return found;
        foreach (var found in _claims.HasErrors ? [] : Rests(observed))
            yield return found;
    }

    // What is wrong with the type of a value is not looked for in a line where a type is not known.
    private static bool IsBeside(Told told, Expected expected) => told.Id switch
    {
        "HRG3006" => true,
        "HRG2003" => !OfEvents.Any(id => expected.Must.Contains(new Told(id, told.Line))),
        _ => OfEvents.Contains(told.Id),
    };

    // A member that none of the events here has is told as a name that does not exist.
    private bool IsTold(Told fault) => _claims.Messages.ContainsKey(fault)
        || (fault.Id is "HRG2003" or "HRG3007" or "HRG4007" && OfEvents.Any(id => _claims.Tell(id, fault.Line)))
        // What was set to a member that not every event has may be null, which follows from what was told there.
        || (fault.Id is "HRG2003" or "HRG4007" && Usage.DataReadAt(_scenario, _lines, fault.Line).Overlaps(Doubtful()));

    private HashSet<string> Doubtful()
    {
        var sets = Usage.StatementsOf(_scenario).OfType<Set>().ToArray();
        var doubtful = sets.Where(set => OfEvents.Any(id => _claims.Tell(id, _lines[set]))).Select(set => set.Datum).ToHashSet();
        for (var count = -1; count != doubtful.Count;)
        {
            count = doubtful.Count;
            doubtful.UnionWith(sets.Where(set => Usage.DataReadAt(_scenario, _lines, _lines[set]).Overlaps(doubtful))
                .Select(set => set.Datum));
        }

        return doubtful;
    }

    private bool IsEverTaken(Defer defer) => _scenario.Event(defer.Event) is { IsAnswer: false } declared
        && _scenario.AllTransitions.Any(transition => transition.Trigger.Takes(declared));

    private IEnumerable<Contradiction> Untaken(Observed observed) => _claims.HasErrors
        ? []
        : observed.Untaken
            .Where(untaken => !_claims.Tell("HRG3004", _lines[_scenario.State(untaken.State)]) && !_claims.Tell("HRG3010", untaken.Line))
            .Select(untaken => new Contradiction("an answer said to be handled was not", $"'{untaken.Answer}' in '{untaken.State}'"));

    // Of a line that is told, one comparison at least has always been the same; in an action, at one of its runs.
    private IEnumerable<Contradiction> Tests(Observed observed) => observed.Tests
        .GroupBy(pair => pair.Value.Line)
        .Where(line => !OfActions.Contains(line.Key)
            && line.Count() == Usage.TestsByLine(_scenario, _lines).Count(test => test.Line == line.Key)
            && _claims.Tell("HRG2008", line.Key) && line.All(pair => pair.Value is { True: true, False: true }))
        .Select(line => new Contradiction("a constant comparison changed", $"line {line.Key}"));

    private IEnumerable<int> OfActions => Usage.Flat(_scenario.Actions.SelectMany(action => action.Body))
        .SelectMany(statement => statement is If @if ? @if.Branches.Cast<object>() : [statement])
        .Select(part => _lines[part]);

    private IEnumerable<Contradiction> Rests(Observed observed)
    {
        foreach (var (state, data) in observed.Rests)
        {
            foreach (var (name, mayBeNull) in _claims.Records.GetValueOrDefault(state) ?? ImmutableDictionary<string, bool>.Empty)
            {
                if (!data.TryGetValue(name, out var value) || (value is null && !mayBeNull))
                    yield return new Contradiction("a certain datum was not there", $"'{name}' in '{state}'");
            }
        }
    }

    // Of `a ?? b`, the one may be there on each path on which the other is not. Where the paths meet, the language knows of
    // each alone that it may be null, and so says the record: what may be null there is said to be no more than that.
    private bool IsOneOfTwo(string datum) => Usage.StatementsOf(_scenario).OfType<Set>()
        .Any(set => set.Datum == datum && Usage.Parts(set.Value).OfType<Coalesce>().Any());
}
