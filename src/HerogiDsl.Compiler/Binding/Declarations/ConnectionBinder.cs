using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Binding.Literals;
using HerogiDsl.Compiler.Binding.Templates;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>Binds connections.</summary>
internal sealed class ConnectionBinder(BinderEnvironment environment, TemplateBinder templates)
{
    // example: connection HubSpot { url "{{ config.hubSpotUrl }}"  timeout 10s }
    public BoundConnection Bind(ConnectionSymbol symbol)
    {
        var context = new BindingContext(symbol.Origin, Surroundings.Connection);
        var before = environment.Diagnostics.ErrorCount;
        var headers = ImmutableArray.CreateBuilder<BoundHeader>();
        BoundTemplate? url = null, user = null, password = null;
        foreach (var setting in symbol.Declaration.Settings)
        {
            switch (setting)
            {
                case HeaderSettingSyntax header:
                    PlainString.Check(header.Name, environment, context);
                    if (templates.Bind(header.Value, TemplatePlace.Header, context) is { } value)
                        headers.Add(new BoundHeader(header.Name.Value, value));
                    break;
                case TemplateSettingSyntax { Keyword.Text: "url" } setUrl:
                    url ??= templates.Bind(setUrl.Value, TemplatePlace.Url, context);
                    break;
                case TemplateSettingSyntax { Keyword.Text: "user" } setUser:
                    user ??= templates.Bind(setUser.Value, TemplatePlace.Plain, context);
                    break;
                case TemplateSettingSyntax setPassword:
                    password ??= templates.Bind(setPassword.Value, TemplatePlace.Plain, context);
                    break;
            }
        }

        CheckSettings(symbol, context);
        return new BoundConnection(
            symbol, url, user, password, headers.ToImmutable(), environment.Diagnostics.ErrorCount > before);
    }

    private void CheckSettings(ConnectionSymbol symbol, BindingContext context)
    {
        var owner = $"connection '{symbol.Name}'";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var setting in symbol.Declaration.Settings)
        {
            var word = setting.Keyword.Text;
            var at = context.Locate(setting.Keyword.Span);
            if (word != "header" && !seen.Add(word))
                environment.Report(TypeDiagnostics.PartRepeated(at, word, owner), context);
            else if (symbol.IsSmtp ? word == "header" : word is "user" or "password")
                environment.Report(Misplaced(at, word, symbol), context);
            CheckNumbers(setting, context);
        }

        if (!seen.Contains("url") && !SyntaxFaults.AreIn(context.Text, symbol.Declaration.Span, environment))
        {
            environment.Report(
                TypeDiagnostics.PartMissing(context.Locate(symbol.Declaration.KeywordSpan), owner, "'url'"), context);
        }
    }

    private static Diagnostic Misplaced(Text.SourceLocation at, string word, ConnectionSymbol symbol) =>
        TypeDiagnostics.PartNotAllowed(
            at,
            $"'{word}'",
            symbol.IsSmtp ? "a connection to a mail server" : "a connection over http",
            symbol.IsSmtp ? "a mail has its own 'from', 'to' and 'subject'" : "credentials go into a header, such as \"Authorization\"");

    private void CheckNumbers(SettingSyntax setting, BindingContext context)
    {
        if (setting is RetrySettingSyntax { Every: { } every })
            ConstantDuration.Check(every.Value, every.Span, "every", environment, context);
        IntegerSyntax? count = setting switch
        {
            ParallelSettingSyntax parallel => parallel.Count,
            LimitSettingSyntax limit => limit.Count,
            _ => null,
        };
        if (count is not { Value: < 1, Span: var span })
            return;
        environment.Report(
            SyntaxDiagnostics.Malformed(
                context.Locate(span), $"'{setting.Keyword.Text}' needs at least 1, or no call would ever be made"),
            context);
    }
}
