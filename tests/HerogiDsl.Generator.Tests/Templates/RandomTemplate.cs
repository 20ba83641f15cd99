using System.Text;

namespace HerogiDsl.Generator.Tests.Templates;

/// <summary>A random template of text and holes, with the statement that it stands in.</summary>
internal sealed record RandomTemplate(TemplateUse Use, string Text)
{
    /// <summary>The holes that a template may have here.</summary>
    private const string Holes =
        "event.s event.maybeS event.n event.maybeN event.d event.maybeD event.b event.maybeB event.at event.maybeAt event.day "
        + "event.span event.maybeSpan event.colour event.maybeColour event.thirdColour event.inner.name event.inner.maybe event.inner.count "
        + "session.s session.maybeS session.maybeN session.inner.name session.colour session.total session.most "
        + "meta.sessionId meta.scenario meta.state meta.event meta.timestamp meta.enteredAt ps pn";

    private static readonly string[] Names = Holes.Split(' ');
    private static readonly TemplateUse[] Uses =
    [
        TemplateUse.Json, TemplateUse.Json, TemplateUse.Json, TemplateUse.Path, TemplateUse.Path, TemplateUse.Query, TemplateUse.Form,
        TemplateUse.Html, TemplateUse.Header, TemplateUse.Key, TemplateUse.Subject, TemplateUse.Address, TemplateUse.Text, TemplateUse.Log,
    ];

    private static readonly string[] Fragments =
    [
        "a", "Hello ", " ", ", ", "/", "?x=", "&y=", "#", ".", "..", "%20", "<b title='", "'>", "é ü", "😀", "}", "-", "\n", "\n  line\n",
        "\t", "# no comment", "{ x }", "\u2028", "0",
    ];

    /// <summary>The statement, in an action that has the parameters <c>ps</c> and <c>pn</c>.</summary>
    public string Statement => Use switch
    {
        TemplateUse.Json => $"http post Api \"/x\" {{ json {Literal} }}",
        TemplateUse.Path => $"http get Api {Literal}",
        TemplateUse.Query => $"http get Api \"/x\" {{ query \"q\": {Literal} }}",
        TemplateUse.Form => $"http post Api \"/x\" {{ form \"f\": {Literal} }}",
        TemplateUse.Html => $"email Mail {{ from \"a@b.c\" to \"d@e.f\" subject \"s\" html {Literal} }}",
        TemplateUse.Header => $"http get Api \"/x\" {{ header \"X-H\": {Literal} }}",
        TemplateUse.Key => $"http post Api \"/x\" {{ text \"t\" key {Literal} }}",
        TemplateUse.Subject => $"email Mail {{ from \"a@b.c\" to \"d@e.f\" subject {Literal} text \"t\" }}",
        TemplateUse.Address => $"email Mail {{ from \"a@b.c\" to {Literal} subject \"s\" text \"t\" }}",
        TemplateUse.Text => $"http post Api \"/x\" {{ text {Literal} }}",
        _ => $"log {Literal}",
    };

    private string Literal => "\"" + Escaped + "\"";

    private string Escaped => Text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\t", "\\t");

    public static RandomTemplate Make(Random random)
    {
        var use = Uses[random.Next(Uses.Length)];
        var text = use == TemplateUse.Json ? Json(random, 0) : Plain(random, use);
        if (!text.Contains("{{", StringComparison.Ordinal))
            return Make(random);
        return new(use, use == TemplateUse.Path ? "/" + text : text);
    }

    /// <summary>What the effects and logs of a step show of the template.</summary>
    public string? Shown(StepContext context)
    {
        if (Use == TemplateUse.Log)
            return Assert.Single(context.Logs);
        return Assert.Single(context.Effects) switch
        {
            HttpCall call => Use switch
            {
                TemplateUse.Path => call.Path,
                TemplateUse.Query => call.Path.Contains('?') ? call.Path["/x?q=".Length..] : null,
                TemplateUse.Form => call.Body is { Length: > 0 } form ? form["f=".Length..] : null,
                TemplateUse.Header => Assert.Single(call.Headers).Value,
                TemplateUse.Key => call.Key,
                _ => call.Body,
            },
            EmailMessage mail => Use switch
            {
                TemplateUse.Html => mail.Html,
                TemplateUse.Subject => mail.Subject,
                _ => mail.To,
            },
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static string Hole(Random random)
    {
        var name = Names[random.Next(Names.Length)];
        return random.Next(10) switch
        {
            0 => "{{" + name + "}}",
            1 => "{{- " + name + " -}}",
            2 => "{{~ " + name + " ~}}",
            3 => "{{  " + name + "\t-}}",
            _ => "{{ " + name + " }}",
        };
    }

    private static string Plain(Random random, TemplateUse use)
    {
        if (random.Next(4) == 0)
            return Hole(random);
        string[] fragments = use is TemplateUse.Header or TemplateUse.Key or TemplateUse.Subject or TemplateUse.Address
            ? [.. Fragments.Where(fragment => fragment.All(letter => letter is >= ' ' and <= '~'))]
            : Fragments;
        var text = new StringBuilder();
        for (var left = random.Next(1, 8); left > 0; left--)
        {
            text.Append(random.Next(2) == 0 ? Hole(random) : fragments[random.Next(fragments.Length)]);
        }

        return text.ToString();
    }

    private static string Json(Random random, int depth) => random.Next(depth > 3 ? 4 : 7) switch
    {
        0 => Hole(random),
        1 => JsonString(random),
        2 => "1.5e3",
        3 => "\"" + Hole(random) + "\"",
        4 => "[" + Hole(random) + ", " + Json(random, depth + 1) + "]",
        _ => "{ " + JsonString(random) + ": " + Json(random, depth + 1) + ",\n  \"b\" :" + Json(random, depth + 1) + "}",
    };

    private static string JsonString(Random random)
    {
        var text = new StringBuilder("\"");
        for (var left = random.Next(4); left > 0; left--)
        {
            text.Append(random.Next(2) == 0
                ? Hole(random)
                : new[] { "a", " é", "\\n", "\\u00e9", "/", "'", "}", "😀", "\\\"" }[random.Next(9)]);
        }

        return text.Append('"').ToString();
    }
}
