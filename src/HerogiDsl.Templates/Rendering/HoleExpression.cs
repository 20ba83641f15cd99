using Scriban;
using Scriban.Syntax;

namespace HerogiDsl.Templates.Rendering;

/// <summary>A hole: its value goes to the output by its place, null too.</summary>
internal sealed class HoleExpression : WrappedExpression
{
    public HoleExpression(ScriptExpression inner)
        : base(inner)
    {
    }

    public override object? Evaluate(TemplateContext context)
    {
        var output = context.Output as TemplateOutput;
        var before = output?.Length ?? 0;
        var value = context.Evaluate(Inner);
        if (value is ScriptNode block)
        {
            // The body that 'wrap' hands over.
            return context.Evaluate(block);
        }

        if (output is null || (value is null && output.Length != before))
        {
            return value;
        }

        output.WriteHole(value, Inner.Span, (RenderContext)context);
        return null;
    }
}

/// <summary>What a member is read of: what is missing in JSON has members, all missing.</summary>
internal sealed class LenientTarget : WrappedExpression
{
    public LenientTarget(ScriptExpression inner)
        : base(inner)
    {
    }

    public override object? Evaluate(TemplateContext context)
    {
        var render = (RenderContext)context;
        render.FoundNothing = false;
        return context.Evaluate(Inner) ?? (render.FoundNothing ? Nothing.Instance : null);
    }
}

/// <summary>What <c>with</c> looks names up in.</summary>
internal sealed class WithTarget : WrappedExpression
{
    public WithTarget(ScriptExpression inner)
        : base(inner)
    {
    }

    public override object? Evaluate(TemplateContext context)
    {
        var value = context.Evaluate(Inner);
        return value is null or Scriban.Runtime.IScriptObject ? value : new MemberScope(value);
    }
}

/// <summary>An expression of ours around one of Scriban's.</summary>
internal abstract class WrappedExpression : ScriptExpression
{
    protected WrappedExpression(ScriptExpression inner)
    {
        Inner = inner;
        Span = inner.Span;
    }

    public ScriptExpression Inner { get; }

    public override void PrintTo(ScriptPrinter printer) => printer.Write(Inner);

    public override void Accept(ScriptVisitor visitor) => Inner.Accept(visitor);

    public override TResult? Accept<TResult>(ScriptVisitor<TResult> visitor)
        where TResult : default => Inner.Accept(visitor);

    public override ValueTask<object?> EvaluateAsync(TemplateContext context) => ValueTask.FromResult(Evaluate(context));
}
