using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>What is asked of others, in plain words.</summary>
internal static class CallWords
{
    private const int MostReads = 4;

    // Labels and paths often say what is done; these are the words that begin such a name.
    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        "add", "archive", "ask", "assign", "associate", "attach", "block", "book", "cancel", "change", "charge", "check",
        "clear", "close", "confirm", "connect", "copy", "create", "deactivate", "delete", "disable", "enable", "fetch",
        "find", "get", "inform", "invite", "invoice", "link", "list", "load", "look", "make", "mark", "merge", "move",
        "notify", "open", "order", "pay", "post", "publish", "push", "put", "query", "read", "refund", "register",
        "release", "remind", "remove", "rename", "request", "reserve", "reset", "save", "search", "send", "set", "ship",
        "start", "stop", "store", "subscribe", "sync", "tell", "unlink", "unsubscribe", "update", "upload", "upsert",
        "validate", "verify", "warn", "write");

    // example: asks HubSpot to add a new company (POST /companies), sending the customer's company name
    public static string Of(BoundHttp http, string? actionName, string eventWord)
    {
        var path = TemplateWords.Of(http.Path);
        var bodies = http.Parts.Where(part => part.Kind is not ("header" or "key")).Select(part => part.Value);
        var reads = TemplateWords.Reads(bodies, template => new ExpressionWords(template.Text, eventWord));
        var sent = reads.Take(MostReads).Concat(reads.Count > MostReads ? ["more"] : Array.Empty<string>());
        return $"asks {http.Connection.Name} {Wish(http, actionName)} ({http.Method.ToUpperInvariant()} {path})"
            + (reads.Count == 0 ? "" : (http.Method == "get" ? ", giving " : ", sending ") + Wording.List(sent));
    }

    // example: sends a mail to the customer's email by Mail: "Welcome, {contact name}"
    public static string Of(BoundEmail email, string eventWord)
    {
        string[] Parts(params string[] kinds) =>
        [
            .. email.Parts.Where(part => kinds.Contains(part.Kind))
                .Select(part => TemplateWords.Value(part.Value, new ExpressionWords(part.Value.Text, eventWord))),
        ];
        var copies = Parts("cc", "bcc");
        var subject = email.Parts.Where(part => part.Kind == "subject").Select(part => TemplateWords.Of(part.Value));
        return $"sends a mail to {Wording.List(Parts("to"))}"
            + (copies.Length == 0 ? "" : $" (copies to {Wording.List(copies)})")
            + $" by {email.Connection.Name}, with the subject {Wording.Quoted(string.Concat(subject))}";
    }

    /// <summary>What a label or an action's name asks for; null where it begins with no known verb.</summary>
    public static string? Wish(string? name)
    {
        var words = Wording.OfName(name ?? "").Split(' ');
        if (!Verbs.Contains(words[0]))
            return null;
        var last = words[words.Length - 1];
        var isOne = words.Length > 1 && !last.EndsWith("s", StringComparison.Ordinal)
            && words[1] is not ("a" or "an" or "the" or "to" or "it" or "all" or "for" or "up" or "on");
        var article = !isOne ? "" : "aeiou".IndexOf(words[1][0]) >= 0 ? "an " : "a ";
        return words.Length == 1 ? words[0] : $"{words[0]} {article}{string.Join(" ", words.Skip(1))}";
    }

    private static string Wish(BoundHttp http, string? actionName)
    {
        if ((Wish(http.Syntax.Label?.Text) ?? Wish(actionName)) is { } wish)
            return "to " + wish;
        var segments = http.Path.Value.Split('?')[0].Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var last = segments.Length == 0 ? "" : segments[segments.Length - 1];
        var nouns = segments.Where(segment => !segment.Contains("{{") && segment.All(IsOfWord)).ToArray();
        var isOne = last.Contains("{{");
        if (nouns.Length == 0)
            return "for something";
        if (!isOne && nouns.Length > 1 && Verbs.Contains(nouns[nouns.Length - 1]))
            return $"to {nouns[nouns.Length - 1]} its {Plain(nouns[nouns.Length - 2])}";
        var things = "its " + Plain(nouns[nouns.Length - 1]);
        return OfMethod(http.Method, isOne ? "one of " + things : things, isOne);
    }

    private static string OfMethod(string method, string things, bool isOne) => method switch
    {
        "get" => "for " + things,
        "head" => "whether it has " + things,
        "post" => isOne ? "to work on " + things : "to add to " + things,
        "put" => "to store " + things,
        "patch" => "to change " + things,
        _ => "to delete " + things,
    };

    private static string Plain(string segment) => segment.Replace('-', ' ').Replace('_', ' ');

    private static bool IsOfWord(char character) => char.IsLetter(character) || character is '-' or '_';

    /// <summary>Who answers with an event, of all that some statements ask for.</summary>
    public static IEnumerable<(EventSymbol Event, string Who, string? Label)> Asked(IEnumerable<BoundStatement> statements) =>
        statements.SelectMany(Asked);

    private static IEnumerable<(EventSymbol Event, string Who, string? Label)> Asked(BoundStatement statement) =>
        statement switch
        {
            BoundHttp { Returns: { } answer } http => [(answer, http.Connection.Name, http.Label)],
            BoundEmail { Returns: { } answer } email => [(answer, email.Connection.Name, email.Label)],
            BoundRun { Action: { IsExtern: true, Returns: { } answer } } run =>
                [(answer, Wording.Quoted(Wording.OfName(run.Action.Name)), run.Label)],
            BoundRun run => Asked(run.Body),
            BoundIf choice => choice.Branches.SelectMany(branch => Asked(branch.Statements)).Concat(Asked(choice.Else)),
            _ => Enumerable.Empty<(EventSymbol, string, string?)>(),
        };
}
