namespace HerogiDsl;

/// <summary>An <c>extern</c> action that is to be done.</summary>
/// <param name="Action">The action: the <see cref="ExternAction.Name"/> of its description.</param>
/// <param name="State">The state that <c>run</c> it.</param>
/// <param name="Arguments">The arguments as a JSON object, by the parameters' names.</param>
public sealed record ExternCall(string Action, string State, string Arguments) : Effect
{
    /// <summary>The event that brings the answer; null when none is awaited.</summary>
    public string? Returns { get; init; }

    /// <summary>The label of the statement, for <c>on E from label</c>; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Where the statement stands.</summary>
    public SourcePosition Position { get; init; }
}
