using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Templates;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Binding.Statements;

/// <summary>Mails.</summary>
internal sealed class EmailBinder(BinderEnvironment environment, TemplateBinder templates)
{
    // example: email Mail returns Sent { from "a@b.c"  to "{{ event.email }}"  subject "Welcome"  text "…" }
    public BoundStatement Bind(EmailSyntax syntax, BindingContext context)
    {
        if (syntax.Label is { } label)
            NameRules.CheckCamel(label, "label", context.Text, environment.Diagnostics);
        var connection = CallTargets.FindConnection(syntax.Connection, wantsSmtp: true, context, environment);
        var returns = CallTargets.FindAnswer(
            syntax.Returns, EventOrigin.Smtp, context, environment, out var isReturnsSound);
        var areSound = CheckParts(syntax, context);
        var parts = ImmutableArray.CreateBuilder<BoundEmailPart>();
        foreach (var part in syntax.Parts)
        {
            var value = templates.Bind(part.Value, PlaceOf(part.Keyword.Text), context);
            if (value is not null)
                parts.Add(new BoundEmailPart(part.Keyword.Text, value));
            areSound &= value is { IsSound: true };
        }

        if (connection is null || !isReturnsSound || !areSound)
        {
            return StatementBinder.Error(syntax, context, returns, syntax.Label?.Text, !isReturnsSound) with
            {
                Templates = [.. parts.Select(part => part.Value)],
            };
        }

        return new BoundEmail(
            syntax,
            connection,
            returns,
            context.RunLabel ?? syntax.Label?.Text,
            parts.ToImmutable(),
            context.Text,
            syntax.Span);
    }

    private bool CheckParts(EmailSyntax syntax, BindingContext context)
    {
        var isSound = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in syntax.Parts)
        {
            if (seen.Add(part.Keyword.Text))
                continue;
            isSound = false;
            environment.Report(
                TypeDiagnostics.PartRepeated(context.Locate(part.Keyword.Span), part.Keyword.Text, "this mail"), context);
        }

        var missing = new[] { "from", "to", "subject" }.Where(word => !seen.Contains(word)).Select(word => $"'{word}'").ToList();
        if (!seen.Contains("text") && !seen.Contains("html"))
            missing.Add("body ('text' or 'html')");
        if (missing.Count == 0 || Declarations.SyntaxFaults.AreIn(context.Text, syntax.Span, environment))
            return isSound;
        environment.Report(
            TypeDiagnostics.PartMissing(context.Locate(syntax.KeywordSpan), "this mail", string.Join(", no ", missing)), context);
        return false;
    }

    private static TemplatePlace PlaceOf(string word) => word switch
    {
        "html" => TemplatePlace.Html,
        "text" => TemplatePlace.Text,
        "subject" => TemplatePlace.Subject,
        _ => TemplatePlace.Address,
    };
}
