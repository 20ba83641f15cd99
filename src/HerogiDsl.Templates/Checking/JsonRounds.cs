using HerogiDsl.Templates.Json;
using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>Where in the JSON a template may be behind a loop: after no round, one round, two …</summary>
internal sealed class JsonRounds(JsonHoles holes)
{
    private const int MaxRounds = 40;
    private const int MaxStates = 200;
    private const int MaxSteps = 3_000_000;

    private HashSet<JsonState> leaving = [];
    private int steps;

    /// <summary>The last place at which everything came to an end.</summary>
    public int LastEnd { get; private set; }

    public HashSet<JsonState> Behind(TemplateNode loop, HashSet<JsonState> states)
    {
        var (body, otherwise) = loop switch
        {
            ForNode { IsTable: true } => ([new OtherNode(loop.Span, "tablerow", [], [])], []),
            ForNode node => (node.Body, node.Else),
            WhileNode node => (node.Body, []),
            _ => ((IReadOnlyList<TemplateNode>)[], (IReadOnlyList<TemplateNode>)[]),
        };
        var outer = leaving;
        leaving = [];
        HashSet<JsonState> reached = [.. Through(otherwise, states)];
        var round = states;
        for (var i = 0; round.Count > 0; i++)
        {
            round = [.. Through(body, round)];
            round.UnionWith(leaving);
            leaving = [];
            round.ExceptWith(reached);
            reached.UnionWith(round);
            if (i >= MaxRounds || reached.Count > MaxStates || steps > MaxSteps)
            {
                reached = [JsonState.Anything];
                break;
            }
        }

        leaving = outer;
        return reached;
    }

    private HashSet<JsonState> Through(IReadOnlyList<TemplateNode> nodes, HashSet<JsonState> states)
    {
        foreach (var node in nodes)
        {
            if (states.Count == 0)
            {
                break;
            }

            states = Through(node, states);
            if (states.Count == 0)
            {
                LastEnd = Math.Max(LastEnd, node.Span.Start);
            }
        }

        return states;
    }

    private HashSet<JsonState> Through(TemplateNode node, HashSet<JsonState> states)
    {
        switch (node)
        {
            case TextNode text:
                return Through(text, states);
            case HoleNode hole:
                return holes.Over(hole, states);
            case IfNode choice:
                return Union(Through(choice.Then, [.. states]), Through(choice.Else, [.. states]));
            case CaseNode choice:
                return choice.Whens.Aggregate(
                    Through(choice.Else, [.. states]), (all, when) => Union(all, Through(when.Body, [.. states])));
            case ForNode or WhileNode:
                return Behind(node, states);
            case WithNode with:
                return Through(with.Body, states);
            case OtherNode { Keyword: "break" or "continue" }:
                leaving.UnionWith(states);
                return [];
            case OtherNode { Keyword: "ret" }:
                return [];
            case OtherNode { Keyword: "block" } block:
                return Through(block.Body, states);
            case OtherNode { Keyword: "wrap" or "tablerow" }:
                return [JsonState.Anything];
            default:
                return states;
        }
    }

    private static HashSet<JsonState> Union(HashSet<JsonState> left, HashSet<JsonState> right)
    {
        left.UnionWith(right);
        return left;
    }

    private HashSet<JsonState> Through(TextNode text, HashSet<JsonState> states)
    {
        var next = new HashSet<JsonState>();
        foreach (var start in states)
        {
            var state = start;
            var goesOn = true;
            for (var i = 0; goesOn && i < text.Text.Length; i++, steps++)
            {
                goesOn = JsonMachine.TryStep(ref state, text.Text[i]);
            }

            if (goesOn)
            {
                next.Add(state);
            }
        }

        return next;
    }
}
