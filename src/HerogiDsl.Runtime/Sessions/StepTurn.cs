namespace HerogiDsl.Runtime.Sessions;

/// <summary>A session's turn: from when its instance was read until its step is written, nobody may change it by hand.</summary>
internal readonly struct StepTurn(Mailbox mailbox)
{
    private readonly int _changes = mailbox.Changes;

    public Mailbox Mailbox { get; } = mailbox;

    /// <summary>Whether somebody has: what was judged holds no more.</summary>
    public bool IsOvertaken => Mailbox.Changes != _changes;
}
