using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Binding.Literals;

/// <summary>HRG4008: `{{` in a string that is no template.</summary>
internal static class PlainString
{
    public static void Check(StringLiteral? literal, BinderEnvironment environment, BindingContext context)
    {
        var braces = literal?.Value.IndexOf("{{", StringComparison.Ordinal) ?? -1;
        if (literal is null || braces < 0)
            return;
        environment.Report(
            TemplateDiagnostics.BracesInPlainString(context.Locate(literal.Locate(braces, 2))), context);
    }
}
