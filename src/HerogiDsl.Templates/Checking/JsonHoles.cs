using HerogiDsl.Templates.Json;
using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>What a hole does to the places in the JSON where it may stand.</summary>
internal sealed class JsonHoles(ParsedTemplate template)
{
    private readonly bool rawIsStored = template.All().OfType<CallExpr>().Count(call => call.Function == "raw")
        > template.All().OfType<HoleNode>().Count(hole => hole.IsRaw);

    /// <summary>Goes on over a hole; no place is left where a hole may not stand.</summary>
    public HashSet<JsonState> Over(HoleNode hole, HashSet<JsonState> states)
    {
        var next = new HashSet<JsonState>();
        var unforeseeable = IsUnforeseeable(hole);
        var inString = 0;
        foreach (var state in states)
        {
            inString += state.InString ? 1 : 0;
            if (state.Mode == JsonMode.Anything || (unforeseeable && (state.InString || state.TakesValue)))
            {
                next.Add(JsonState.Anything);
            }
            else if (state.InString)
            {
                next.Add(state);
            }
            else if (state.TakesValue)
            {
                next.Add(state.AfterValue());
            }
            else if (unforeseeable)
            {
                next.Add(JsonState.Anything);
            }
        }

        hole.IsJsonName = !unforeseeable && states.Count > 0
            && states.All(state => state.Mode is JsonMode.Key or JsonMode.KeyOrEnd);
        hole.InsideJsonString = inString > 0 && (hole.InsideJsonString || inString == states.Count);
        return next;
    }

    // A function of the template's own writes whatever its body writes, and 'fail' ends the path.
    private bool IsUnforeseeable(HoleNode hole) =>
        hole.IsRaw
        || hole.Value is CallExpr { Function: "fail" }
        || hole.Value.DescendantsAndSelf().Any(part => part switch
        {
            CallExpr call => template.LocalNames.Contains(call.Function),
            FunctionReferenceExpr or LambdaExpr => true,
            NameExpr name => rawIsStored && template.LocalNames.Contains(name.Name),
            _ => false,
        })
        || (hole.Value is NameExpr { Name: var called } && IsFunction(called));

    private bool IsFunction(string name) => (name.Length > 0 && name[0] == '$')
        || template.All().Any(node => node is FunctionNode function && function.Name == name)
        || template.All().Any(node =>
            node is AssignNode { Target: NameExpr target, Value: LambdaExpr or FunctionReferenceExpr }
            && target.Name == name);
}
