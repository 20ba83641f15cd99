using HerogiDsl.Templates.Json;
using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>
/// A JSON template gives well-formed JSON on every path through its ifs. Of a loop, only what no number of rounds
/// can mend is told.
/// </summary>
internal sealed class JsonCheck
{
    private const int MaxSteps = 5_000_000;

    private readonly ParsedTemplate template;
    private readonly Conditions conditions;
    private readonly JsonHoles holes;
    private readonly JsonRounds rounds;
    private TemplateError? error;
    private int steps;

    public JsonCheck(ParsedTemplate template)
    {
        this.template = template;
        conditions = new Conditions(template);
        holes = new JsonHoles(template);
        rounds = new JsonRounds(holes);
    }

    public TemplateError? Run()
    {
        var paths = Through(template.Nodes, [JsonPath.Start]);
        if (error is null && paths.Find(path => !path.States.Any(state => state.IsComplete)) is { } open)
        {
            var last = new TemplateSpan(Math.Max(0, template.Text.Length - 1), Math.Min(1, template.Text.Length));
            Fail(open, last, "the JSON is not complete at the end of the template");
        }

        return error;
    }

    private List<JsonPath> Through(IReadOnlyList<TemplateNode> nodes, List<JsonPath> paths)
    {
        foreach (var node in nodes)
        {
            if (paths.Count == 0 || error is not null || steps > MaxSteps)
            {
                return [];
            }

            paths = JsonPath.Merge(Through(node, paths));
        }

        return paths;
    }

    private List<JsonPath> Through(TemplateNode node, List<JsonPath> paths)
    {
        switch (node)
        {
            case TextNode text:
                return Through(text, paths);
            case HoleNode hole:
                return OverHole(hole, paths);
            case IfNode choice:
                return Either(choice, paths);
            case CaseNode choice:
                var cases = choice.Whens.SelectMany(when => Through(when.Body, paths)).ToList();
                return [.. cases, .. Through(choice.Else, paths)];
            case ForNode or WhileNode:
                return BehindLoop(node, paths);
            case WithNode with:
                return Through(with.Body, paths);
            case OtherNode { Keyword: "ret" } ret:
                return AtReturn(ret, paths);
            case OtherNode { Keyword: "block" } block:
                return Through(block.Body, paths);
            case OtherNode { Keyword: "wrap" or "break" or "continue" }:
                return [.. paths.Select(path => path with { States = [JsonState.Anything] })];
            default:
                return paths;
        }
    }

    private List<JsonPath> Through(TextNode text, List<JsonPath> before)
    {
        List<JsonPath> paths = [.. before];
        for (var i = 0; i < text.Text.Length; i++)
        {
            for (var p = 0; p < paths.Count; p++)
            {
                var next = Step(paths[p].States, text.Text[i]);
                if (next.Count == 0)
                {
                    var found = "'" + text.Text[i] + "'";
                    var place = new TemplateSpan(text.Span.Start + i, 1);
                    Fail(paths[p], place, "no well-formed JSON goes on with " + found + " here");
                    return [];
                }

                paths[p] = ReferenceEquals(next, paths[p].States) ? paths[p] : paths[p] with { States = next };
            }
        }

        return paths;
    }

    private HashSet<JsonState> Step(HashSet<JsonState> states, char letter)
    {
        steps += states.Count;
        var next = new HashSet<JsonState>();
        foreach (var before in states)
        {
            var state = before;
            if (JsonMachine.TryStep(ref state, letter))
            {
                next.Add(state);
            }
        }

        return next.SetEquals(states) ? states : next;
    }

    private List<JsonPath> OverHole(HoleNode hole, List<JsonPath> paths)
    {
        var behind = new List<JsonPath>();
        foreach (var path in paths)
        {
            var next = holes.Over(hole, path.States);
            if (next.Count == 0)
            {
                var where = path.States.Any(state => state.Mode is JsonMode.Escape or JsonMode.Unicode)
                    ? "a hole cannot stand within an escape"
                    : "a hole cannot stand here in JSON";
                Fail(path, new TemplateSpan(hole.Opening, 1), where);
                return [];
            }

            behind.Add(path with { States = next });
        }

        return behind;
    }

    private List<JsonPath> Either(IfNode choice, List<JsonPath> paths)
    {
        var then = new List<JsonPath>();
        var otherwise = new List<JsonPath>();
        var condition = choice.Condition;
        foreach (var path in paths)
        {
            var known = conditions.Known(condition, path.Assumed);
            if (known != false)
            {
                var trail = known is null ? "where '" + conditions.Describe(condition) + "' holds" : path.Trail;
                then.Add(path with { Assumed = conditions.Assume(condition, true, path.Assumed), Trail = trail });
            }

            if (known != true)
            {
                var trail = known is null ? "where '" + conditions.Describe(condition) + "' does not hold" : path.Trail;
                otherwise.Add(path with { Assumed = conditions.Assume(condition, false, path.Assumed), Trail = trail });
            }
        }

        return [.. Through(choice.Then, then), .. Through(choice.Else, otherwise)];
    }

    private List<JsonPath> BehindLoop(TemplateNode loop, List<JsonPath> paths)
    {
        var behind = new List<JsonPath>();
        foreach (var path in paths)
        {
            var next = rounds.Behind(loop, path.States);
            if (next.Count == 0)
            {
                Fail(path, new TemplateSpan(rounds.LastEnd, 1), "no number of rounds of this loop gives well-formed JSON");
                return [];
            }

            behind.Add(path with { States = next });
        }

        return behind;
    }

    private List<JsonPath> AtReturn(OtherNode ret, List<JsonPath> paths)
    {
        if (ret.Arguments.Count == 0 && paths.Find(path => !path.States.Any(state => state.IsComplete)) is { } open)
        {
            Fail(open, new TemplateSpan(ret.Span.Start, 1), "the JSON is not complete where 'ret' ends the template");
        }

        return [];
    }

    private void Fail(JsonPath path, TemplateSpan span, string what)
    {
        // "a value or ']'" says "a value" as well.
        var wanted = path.States.Select(JsonExpectation.Of).Distinct().ToArray();
        var expected = string.Join(" or ", wanted
            .Where(one => !wanted.Any(other => other.StartsWith(one + " or ", StringComparison.Ordinal)))
            .Take(3));
        var trail = path.Trail.Length == 0 ? "" : ", " + path.Trail;
        error ??= new TemplateError(TemplateErrorKind.Json, span, what + trail, "expected " + expected);
    }
}
