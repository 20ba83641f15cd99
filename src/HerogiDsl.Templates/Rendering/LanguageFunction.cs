using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace HerogiDsl.Templates.Rendering;

/// <summary>A function of ours among Scriban's.</summary>
internal sealed class LanguageFunction(
    TemplateFunction function, Func<RenderContext, string, object?[], object?> call) : IScriptCustomFunction
{
    public int RequiredParameterCount => function.MinArguments;

    public int ParameterCount => function.MaxArguments;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "arg");

    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var render = (RenderContext)context;
        var given = new object?[Math.Max(function.MinArguments, Math.Min(arguments.Count, function.MaxArguments))];
        for (var i = 0; i < given.Length && i < arguments.Count; i++)
        {
            given[i] = Plain(arguments[i]);
        }

        try
        {
            return render.See(call(render, function.Name, given));
        }
        catch (TemplateFaultException fault) when (fault.Offset < 0)
        {
            throw new TemplateFaultException(fault.Message, callerContext?.Span.Start.Offset ?? -1, fault);
        }
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));

    private static object? Plain(object? argument) => argument switch
    {
        TemplateList list => list.Source,
        StringBuilderOutput captured => captured.ToString(),
        RawText raw when raw.Value is not RawText => Plain(raw.Value),
        int number => (long)number,
        _ => argument,
    };
}
