using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Rendering;

/// <summary>The scope of <c>with x</c>: what is assigned in it, then the members of the value.</summary>
internal sealed class MemberScope(object target) : ScriptObject
{
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (base.TryGetValue(context, span, member, out value))
        {
            return true;
        }

        if (context is not RenderContext render || !render.Values.TryGetMember(target, member, out var found))
        {
            return false;
        }

        value = render.See(found);
        return true;
    }
}
