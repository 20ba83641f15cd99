using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG5001 and HRG5002: urls that are not encrypted, credentials in the source.</summary>
internal static class ConnectionChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private static readonly Lazy<Regex> Loopback = new(static () => new Regex(
        @"^http://(localhost|127(\.\d{1,3}){3}|\[::1\])([:/?#]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience));

    public static void Run(BoundProgram program, DiagnosticBag diagnostics)
    {
        foreach (var connection in program.Connections)
        {
            var text = connection.Symbol.Origin.Text;
            foreach (var setting in connection.Symbol.Declaration.Settings)
                Check(setting, text, diagnostics);
        }
    }

    private static void Check(SettingSyntax setting, SourceText text, DiagnosticBag diagnostics)
    {
        if (setting is TemplateSettingSyntax { Value: InlineTemplateSyntax { Literal: var value } } simple)
        {
            if (simple.Keyword.Text == "url")
                CheckUrl(value, text, diagnostics);
            if (simple.Keyword.Text == "password" && Credentials.AreWrittenIn(value.Value))
                diagnostics.Report(CoverageDiagnostics.Credential(text.Locate(value.Span), "this password"));
        }
        else if (setting is HeaderSettingSyntax { Value: InlineTemplateSyntax { Literal: var header } } named
            && Credentials.AreInHeader(named.Name.Value, header.Value))
        {
            diagnostics.Report(CoverageDiagnostics.Credential(text.Locate(header.Span), $"this '{named.Name.Value}'"));
        }
    }

    private static void CheckUrl(StringLiteral url, SourceText text, DiagnosticBag diagnostics)
    {
        if (url.Value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !Loopback.Value.Holds(url.Value))
            diagnostics.Report(CoverageDiagnostics.PlainHttp(text.Locate(url.Span), url.Value));
        if (Credentials.AreInUrl(url.Value))
            diagnostics.Report(CoverageDiagnostics.Credential(text.Locate(url.Span), "this url"));
    }
}
