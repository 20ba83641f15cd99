namespace HerogiDsl.Testing.Harness;

/// <summary>One try of something that a scenario has asked of the world outside.</summary>
public abstract record Outgoing
{
    private protected Outgoing()
    {
    }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The scenario that asked for it.</summary>
    public required string Scenario { get; init; }

    /// <summary>The session that it was asked for.</summary>
    public required string SessionId { get; init; }

    /// <summary>Which try it is, from 1.</summary>
    public required int Try { get; init; }
}

/// <summary>One try of an HTTP call.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Method">The method.</param>
/// <param name="Url">The whole url.</param>
public sealed record OutgoingCall(string Connection, string Method, Uri Url) : Outgoing
{
    /// <summary>What follows the connection's url: path and query.</summary>
    public required string Path { get; init; }

    /// <summary>The headers: the connection's, the call's own, and <c>Idempotency-Key</c> where it has one.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body; null without one.</summary>
    public string? Body { get; init; }

    /// <summary>The label of the statement; null without one.</summary>
    public string? Label { get; init; }

    /// <summary>Where the statement stands: <c>crm.herogi(12,3)</c>.</summary>
    public string? Position { get; init; }

    /// <summary>What came of it; null while it is under way.</summary>
    public HttpReply? Reply { get; internal set; }

    /// <summary>As a list of calls shows it: <c>POST https://… -> 201 {…}</c>.</summary>
    public override string ToString() => $"{Method} {Url} -> {Reply?.ToString() ?? "under way"}";
}

/// <summary>One try of a mail.</summary>
/// <param name="Message">The mail, rendered.</param>
public sealed record OutgoingMail(EmailMessage Message) : Outgoing
{
    /// <summary>What came of it.</summary>
    public MailReply? Reply { get; internal set; }

    /// <summary>As a list of mails shows it: <c>to ada@acme.io: Welcome -> 250</c>.</summary>
    public override string ToString() => $"to {Message.To}: {Message.Subject} -> {Reply}";
}

/// <summary>One try of an <c>extern</c> action.</summary>
/// <param name="Action">The action: <c>Loans.score</c>.</param>
/// <param name="ArgumentsJson">The arguments as a JSON object.</param>
public sealed record OutgoingAction(string Action, string ArgumentsJson) : Outgoing
{
    /// <summary>For whom it is done.</summary>
    public required ExternContext Context { get; init; }

    /// <summary>As a list of actions shows it: <c>Loans.score {"name":"Ada"}</c>.</summary>
    public override string ToString() => $"{Action} {ArgumentsJson}";
}
