using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Templates;
using HerogiDsl.Templates.Checking;
using TemplateSyntax = HerogiDsl.Compiler.Syntax.TemplateSyntax;

namespace HerogiDsl.Compiler.Binding.Templates;

/// <summary>Checks templates against the place where they stand.</summary>
internal sealed class TemplateBinder(BinderEnvironment environment, ExpressionBinder expressions, TemplateFiles files)
{
    private readonly Dictionary<string, ParsedTemplate>?[] _parsed =
        new Dictionary<string, ParsedTemplate>?[Enum.GetValues(typeof(TemplatePlace)).Length];

    /// <summary>Binds a template; null where its text cannot be had.</summary>
    public BoundTemplate? Bind(TemplateSyntax syntax, TemplatePlace place, BindingContext context)
    {
        if (FindSource(syntax, context) is not { } source)
            return null;
        if (source.Literal is { } literal && SyntaxFaults.AreAtEdgesOf(context.Text, literal.Span, environment))
            return null;
        var parsed = Parse(source.Value, place);
        var isSound = ReportErrors(parsed, source, context);
        var walker = new TemplateWalker(
            expressions,
            source,
            parsed,
            context with { IsTemplate = true, OtherText = source.Text });
        var reads = walker.Walk();
        if (isSound && walker.Misplaced.Count > 0)
        {
            isSound = false;
            var (span, type) = walker.Misplaced[0];
            environment.Report(
                TemplateDiagnostics.Json(
                    source.LocateIn(span),
                    $"a hole of type '{type}' cannot be the name of a member in JSON",
                    "a name is a text: write \"{{ … }}\" with quotes round the hole"),
                context);
        }

        return new BoundTemplate(
            place,
            source.Value,
            source.Text,
            source.Start,
            source.Indent,
            walker.UsesEvent,
            [.. walker.Session],
            [.. walker.Parameters],
            parsed.Nodes.All(node => node is HerogiDsl.Templates.Syntax.TextNode),
            reads)
        {
            Aggregates = [.. walker.Aggregates],
            IsSound = isSound && !walker.HasErrors,
            Pieces = isSound && !walker.HasErrors ? PiecesOf(parsed, reads) : [],
        };
    }

    // Where every hole names a value, what the template reads are its holes.
    private static ImmutableArray<BoundTemplatePiece> PiecesOf(ParsedTemplate parsed, ImmutableArray<BoundTemplateNode> reads)
    {
        var pieces = TextAndHoles.Of(parsed);
        var holes = reads.OfType<BoundTemplateRead>().ToArray();
        if (holes.Length != reads.Length || holes.Length != pieces.Count(piece => piece.Text is null))
            return [];
        var next = 0;
        return
        [
            .. pieces.Select(piece => piece.Text is { } text
                ? (BoundTemplatePiece)new BoundTemplateText(text, piece.Span)
                : new BoundTemplateHole(holes[next++].Expression, piece.IsJsonValue, piece.Span)),
        ];
    }

    /// <summary>The literal text that the template begins with; null where it cannot be read.</summary>
    public string? LeadingText(TemplateSyntax syntax, TemplatePlace place, BindingContext context)
    {
        // The file is looked for in silence: that it is missing is told where it is bound.
        var text = syntax switch
        {
            InlineTemplateSyntax inline => inline.Literal.Value,
            FileTemplateSyntax file => files.Find(file.Path.Value, context.Origin.Text, out _)?.Content,
            _ => null,
        };
        if (text is null)
            return null;
        var parsed = Parse(text, place);
        return parsed.Errors.Any(error => error.Kind == TemplateErrorKind.Syntax) ? null : parsed.LeadingText;
    }

    private ParsedTemplate Parse(string text, TemplatePlace place)
    {
        var known = _parsed[(int)place] ??= new(StringComparer.Ordinal);
        if (!known.TryGetValue(text, out var parsed))
            known.Add(text, parsed = TemplateParser.Parse(text, place));
        return parsed;
    }

    private TemplateSource? FindSource(TemplateSyntax syntax, BindingContext context)
    {
        if (syntax is InlineTemplateSyntax inline)
            return new TemplateSource(inline.Literal.Value, context.Text, inline.Literal);
        var path = ((FileTemplateSyntax)syntax).Path;
        if (files.Find(path.Value, context.Origin.Text, out var lookedFor) is { } file)
            return new TemplateSource(file.Content, file, null);
        environment.Report(
            TemplateDiagnostics.FileNotFound(context.Locate(path.Span), path.Value, lookedFor), context);
        return null;
    }

    private bool ReportErrors(ParsedTemplate parsed, TemplateSource source, BindingContext context)
    {
        var isSound = true;
        foreach (var error in parsed.Errors)
        {
            var at = source.LocateIn(error.Span);
            var diagnostic = error.Kind switch
            {
                TemplateErrorKind.Syntax => TemplateDiagnostics.Syntax(at, error.Message, error.Hint),
                TemplateErrorKind.Function => TemplateDiagnostics.Function(at, error.Message, error.Hint),
                TemplateErrorKind.Json => TemplateDiagnostics.Json(at, error.Message, error.Hint),
                _ => TemplateDiagnostics.Unescaped(at, error.Message, error.Hint),
            };
            isSound &= diagnostic.Severity != DiagnosticSeverity.Error;
            if (error.Kind == TemplateErrorKind.Syntax && TemplateKeywords.NamedBy(context.Parameters, parsed.Text) is { } name)
                diagnostic = diagnostic with { Hint = TemplateKeywords.Hint(name) };
            environment.Report(diagnostic, context);
        }

        return isSound;
    }
}
