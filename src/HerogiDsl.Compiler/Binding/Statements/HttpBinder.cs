using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Literals;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Templates;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Binding.Statements;

/// <summary>HTTP calls.</summary>
internal sealed class HttpBinder(BinderEnvironment environment, TemplateBinder templates)
{
    // example: addNewCompany: http post HubSpot "/companies" returns Saved { json "…" }
    public BoundStatement Bind(HttpSyntax syntax, BindingContext context)
    {
        CheckLabel(syntax.Label, context);
        var connection = CallTargets.FindConnection(syntax.Connection, wantsSmtp: false, context, environment);
        var path = BindPath(syntax, context);
        var returns = CallTargets.FindAnswer(
            syntax.Returns, EventOrigin.Http, context, environment, out var isReturnsSound);
        var areSound = CheckParts(syntax, context);
        var parts = ImmutableArray.CreateBuilder<BoundHttpPart>();
        foreach (var part in syntax.Parts)
        {
            PlainString.Check(part.Name, environment, context);
            if (part.Value is null)
                continue;
            CheckCredential(part, context);
            var value = templates.Bind(part.Value, PlaceOf(part.Keyword.Text), context);
            if (value is not null)
                parts.Add(new BoundHttpPart(part.Keyword.Text, part.Name?.Value ?? "", value));
            areSound &= value is { IsSound: true };
        }

        if (connection is null || path is not { IsSound: true } || !isReturnsSound || !areSound)
        {
            IEnumerable<BoundTemplate> bound = parts.Select(part => part.Value);
            return StatementBinder.Error(syntax, context, returns, syntax.Label?.Text, !isReturnsSound) with
            {
                Templates = [.. path is null ? bound : bound.Prepend(path)],
            };
        }

        var isIdempotent = syntax.Method.Text is "get" or "head" or "put" or "delete"
            || syntax.Parts.Any(part => part.Keyword.Text is "idempotent" or "key");
        return new BoundHttp(
            syntax,
            syntax.Method.Text,
            connection,
            path,
            returns,
            context.RunLabel ?? syntax.Label?.Text,
            parts.ToImmutable(),
            isIdempotent,
            context.Text,
            syntax.Span);
    }

    private void CheckCredential(HttpPartSyntax part, BindingContext context)
    {
        if (part is { Keyword.Text: "header", Name: { } name, Value: InlineTemplateSyntax { Literal: var literal } }
            && Credentials.AreInHeader(name.Value, literal.Value))
        {
            environment.Diagnostics.Report(
                CoverageDiagnostics.Credential(context.Locate(literal.Span), $"this '{name.Value}'"));
        }
    }

    private void CheckLabel(Identifier? label, BindingContext context)
    {
        if (label is { } name)
            NameRules.CheckCamel(name, "label", context.Text, environment.Diagnostics);
    }

    private BoundTemplate? BindPath(HttpSyntax syntax, BindingContext context)
    {
        var path = templates.Bind(syntax.Path, TemplatePlace.Path, context);
        var leading = templates.LeadingText(syntax.Path, TemplatePlace.Path, context);
        if (leading is null || (leading.Length > 0 && leading[0] is '/' or '?'))
            return path;
        environment.Report(TemplateDiagnostics.PathNotRooted(context.Locate(syntax.Path.Span)), context);
        return path is null ? null : path with { IsSound = false };
    }

    private bool CheckParts(HttpSyntax syntax, BindingContext context)
    {
        var isSound = true;
        Identifier? body = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in syntax.Parts)
        {
            var word = part.Keyword.Text;
            Diagnostic? diagnostic = null;
            var at = context.Locate(part.Keyword.Span);
            var isBody = word is "json" or "text" or "body" or "form";
            if (isBody && syntax.Method.Text is "get" or "head")
            {
                diagnostic = TypeDiagnostics.PartNotAllowed(
                    at, $"'{word}'", $"an 'http {syntax.Method.Text}'", "it has no body; a 'query' may carry data");
            }
            else if (isBody && body is { } first && !(word == "form" && first.Text == "form"))
            {
                diagnostic = word == first.Text
                    ? TypeDiagnostics.PartRepeated(at, word, "this call")
                    : TypeDiagnostics.PartNotAllowed(
                        at, $"'{word}'", $"a call with '{first.Text}'", "a call has at most one kind of body");
            }
            else if (word is "idempotent" or "key" && !seen.Add(word))
            {
                diagnostic = TypeDiagnostics.PartRepeated(at, word, "this call");
            }

            if (isBody)
                body ??= part.Keyword;
            if (diagnostic is null)
                continue;
            isSound = false;
            environment.Report(diagnostic, context);
        }

        return isSound;
    }

    private static TemplatePlace PlaceOf(string word) => word switch
    {
        "header" => TemplatePlace.Header,
        "query" => TemplatePlace.Query,
        "form" => TemplatePlace.Form,
        "json" => TemplatePlace.Json,
        "key" => TemplatePlace.Key,
        "text" => TemplatePlace.Text,
        _ => TemplatePlace.Body,
    };
}
