using System.Diagnostics.CodeAnalysis;
using HerogiDsl.Templates.Escaping;
using Scriban.Functions;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Rendering;

/// <summary>The functions in scope: Scriban's without those that are refused, and the language's own.</summary>
internal static class Builtins
{
    private const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicFields;

    // Scriban finds some of its functions by reflection, where trimming does not see them.
    [DynamicDependency(Members, typeof(ArrayFunctions))]
    [DynamicDependency(Members, typeof(DateTimeFunctions))]
    [DynamicDependency(Members, typeof(HtmlFunctions))]
    [DynamicDependency(Members, typeof(MathFunctions))]
    [DynamicDependency(Members, typeof(ObjectFunctions))]
    [DynamicDependency(Members, typeof(RegexFunctions))]
    [DynamicDependency(Members, typeof(StringFunctions))]
    [DynamicDependency(Members, typeof(TimeSpanFunctions))]
    [UnconditionalSuppressMessage(
        "Trimming", "IL2026:RequiresUnreferencedCode", Justification = "Only what is inherited asks for it, and nobody calls that.")]
    public static ScriptObject Create()
    {
        var all = new BuiltinFunctions();
        foreach (var name in TemplateFunctions.Refused.Keys)
        {
            Remove(all, name);
        }

        // Scriban's own 'date' can be called, and then reads the clock: only its members are left.
        var dates = new ScriptObject();
        if (all["date"] is ScriptObject scribans)
        {
            foreach (var pair in scribans)
            {
                dates[pair.Key] = pair.Value;
            }
        }

        dates["now"] = dates["utc_now"] = Own("date.now", (context, _, _) => context.Now.UtcDateTime);
        if (dates["parse"] is IScriptCustomFunction parse)
        {
            dates["parse"] = new UtcFunction(parse);
        }

        all.SetValue("date", dates, true);
        if (all["object"] is ScriptObject objects)
        {
            objects.SetValue("to_json", Own("object.to_json", (context, _, arguments) => context.Json(arguments[0])), true);
        }

        // All threads share these: what one template changed, every other would see.
        foreach (var library in all.Values.OfType<ScriptObject>())
        {
            library.IsReadOnly = true;
        }

        foreach (var function in TemplateFunctions.All.Where(function => function.IsOfTheLanguage))
        {
            all.SetValue(function.Name, new LanguageFunction(function, CallOf(function.Name)), false);
        }

        return all;
    }

    private static Func<RenderContext, string, object?[], object?> CallOf(string name) => name switch
    {
        "raw" => (_, _, arguments) => new RawText(arguments[0]),
        "now" => (context, _, _) => context.Now,
        "toJson" => (context, _, arguments) => context.Json(arguments[0]),
        "fail" => (_, _, arguments) => throw new TemplateFaultException(ScalarText.Of(arguments[0]) ?? "fail"),
        _ => (context, function, arguments) => context.Values.Call(function, arguments),
    };

    private static LanguageFunction Own(string name, Func<RenderContext, string, object?[], object?> call) =>
        new(TemplateFunctions.Find(name) ?? new TemplateFunction(name, 0, 0, true), call);

    private static void Remove(ScriptObject all, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            all.Remove(name);
        }
        else if (all[name[..dot]] is ScriptObject library)
        {
            library.Remove(name[(dot + 1)..]);
        }
    }
}
