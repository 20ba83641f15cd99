using HerogiDsl.Templates.Syntax;
using Scriban;
using Scriban.Parsing;

namespace HerogiDsl.Templates.Parsing;

/// <summary>What Scriban made of a text.</summary>
internal sealed record ScribanReading(
    IReadOnlyList<TemplateNode> Nodes, IReadOnlyCollection<string> LocalNames, TemplateError? Error);

/// <summary>Lets Scriban parse a text, and tells its first complaint in our words.</summary>
internal static class ScribanReader
{
    public static ScribanReading Read(string text)
    {
        if (text.Length == 0)
        {
            return new ScribanReading([], [], null);
        }

        if (NestingGuard.FindTooDeep(text) is { } deep)
        {
            return Failed(deep);
        }

        var template = Template.Parse(text);
        if (template.HasErrors || template.Page?.Body is not { } body)
        {
            return Failed(FirstComplaint(template, text));
        }

        if (NestingGuard.FindUnclosed(text) is { } unclosed)
        {
            return Failed(unclosed);
        }

        var names = new LocalNames();
        var nodes = new StatementConverter(text, names).Block(body);
        return new ScribanReading(nodes, names.All, null);
    }

    public static TemplateSpan Span(SourceSpan span, string text)
    {
        var start = Math.Max(0, Math.Min(span.Start.Offset, text.Length));
        var end = Math.Min(span.End.Offset + 1, text.Length);
        return new TemplateSpan(start, Math.Max(end - start, start < text.Length ? 1 : 0));
    }

    private static ScribanReading Failed(TemplateError error) => new([], [], error);

    private static TemplateError FirstComplaint(Template template, string text)
    {
        var complaints = template.Messages.Where(message => message.Type == ParserMessageType.Error).ToList();
        var first = complaints.FirstOrDefault(IsTheCause) ?? complaints.FirstOrDefault();
        if (first is null)
        {
            return new TemplateError(
                TemplateErrorKind.Syntax, new TemplateSpan(0, Math.Min(1, text.Length)), "the template cannot be parsed", null);
        }

        var span = Span(first.Span, text);
        if (span.Start == text.Length && text.Length > 0)
        {
            span = new TemplateSpan(text.Length - 1, 1);
        }

        return new TemplateError(TemplateErrorKind.Syntax, span, InOurWords(first.Message), null);
    }

    // An unterminated string swallows the end of its hole, and an 'else' without an 'if' looks for an 'end' first:
    // what Scriban says before these only follows from them.
    private static bool IsTheCause(LogMessage message) =>
        message.Message.Contains("not terminated by") || message.Message.Contains("must be preceded by");

    private static string InOurWords(string message)
    {
        var text = message.Trim().TrimEnd('.').Replace(" `{member}`", ": in a template it is written as in event[\"null\"]");
        var lower = text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]);
        return lower ? char.ToLowerInvariant(text[0]) + text.Substring(1) : text;
    }
}
