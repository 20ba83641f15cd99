using Scriban.Syntax;

namespace HerogiDsl.Templates.Rendering;

/// <summary>Puts our expressions where a template's values are read and written.</summary>
internal static class Preparation
{
    public static void Prepare(ScriptNode node, bool isBlock = false, bool isAssigned = false)
    {
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            if (node.GetChildren(i) is { } child)
            {
                var inBlock = node is ScriptBlockStatement || (isBlock && node is ScriptList);
                var target = (node is ScriptAssignExpression assign && ReferenceEquals(child, assign.Target))
                    || (isAssigned && node is not ScriptIndexerExpression);
                Prepare(child, inBlock, target);
            }
        }

        switch (node)
        {
            case ScriptExpressionStatement { Expression: { } value } statement when isBlock && value is not ScriptAssignExpression:
                statement.Expression = new HoleExpression(value);
                break;
            case ScriptMemberExpression { Target: ScriptMemberExpression or ScriptIndexerExpression } member when !isAssigned:
                member.Target = new LenientTarget(member.Target);
                break;
            case ScriptIndexerExpression { Target: ScriptMemberExpression or ScriptIndexerExpression } index when !isAssigned:
                index.Target = new LenientTarget(index.Target);
                break;
            case ScriptWithStatement { Name: { } name } with:
                with.Name = new WithTarget(name);
                break;
            default:
                break;
        }
    }
}
