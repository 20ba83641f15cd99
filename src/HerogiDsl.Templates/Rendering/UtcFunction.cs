using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace HerogiDsl.Templates.Rendering;

/// <summary>A function of Scriban's that gives a time: in UTC, whatever the zone of the machine.</summary>
internal sealed class UtcFunction(IScriptCustomFunction inner) : IScriptCustomFunction
{
    public int RequiredParameterCount => inner.RequiredParameterCount;

    public int ParameterCount => inner.ParameterCount;

    public ScriptVarParamKind VarParamKind => inner.VarParamKind;

    public Type ReturnType => inner.ReturnType;

    public ScriptParameterInfo GetParameterInfo(int index) => inner.GetParameterInfo(index);

    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        inner.Invoke(context, callerContext, arguments, blockStatement) switch
        {
            DateTime { Kind: DateTimeKind.Local } moment => moment.ToUniversalTime(),
            var other => other,
        };

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
