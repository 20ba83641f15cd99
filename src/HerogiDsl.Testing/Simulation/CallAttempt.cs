using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Simulation;

/// <summary>One try of a call, as the network sees it.</summary>
internal sealed record CallAttempt(OutboxRow Row)
{
    /// <summary>Whether something has left the process: the other side may have carried it out.</summary>
    public bool WasSent { get; set; }

    /// <summary>How often the other side has got it: the network may deliver it twice.</summary>
    public int Deliveries { get; set; }

    /// <summary>What was answered; null where nobody has heard.</summary>
    public CallResult? Result { get; set; }

    /// <summary>Whether the engine cannot know that the other side has not carried it out.</summary>
    public bool MayHaveHappened => WasSent && Result is not { MayHaveHappened: false };
}
