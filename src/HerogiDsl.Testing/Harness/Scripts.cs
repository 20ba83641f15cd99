namespace HerogiDsl.Testing.Harness;

/// <summary>What the test has said about the world outside, and what was asked of it.</summary>
internal sealed class Scripts
{
    public Dictionary<string, Func<OutgoingCall, HttpReply>> Http { get; } = [];

    public Dictionary<string, Func<OutgoingMail, MailReply>> Mail { get; } = [];

    public Dictionary<string, Func<OutgoingAction, IEvent?>> Actions { get; } = [];

    public List<OutgoingCall> Calls { get; } = [];

    public List<OutgoingMail> Mails { get; } = [];

    public List<OutgoingAction> ActionCalls { get; } = [];

    /// <summary>What the test must hear of, though the engine takes it for a failure of the world outside.</summary>
    public Exception? Problem { get; private set; }

    public void Report(Exception problem) => Problem ??= problem;

    /// <summary>Tells the test, once.</summary>
    public Exception? TakeProblem()
    {
        var problem = Problem;
        Problem = null;
        return problem;
    }
}
