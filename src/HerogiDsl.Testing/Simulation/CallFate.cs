namespace HerogiDsl.Testing.Simulation;

/// <summary>What becomes of one try of a call.</summary>
internal enum CallFate
{
    Answered,

    /// <summary>There is no way to the other side: nothing is begun.</summary>
    NoRoute,

    /// <summary>It is begun, and there is no connection.</summary>
    NoConnection,

    /// <summary>It leaves, and never arrives.</summary>
    LostOnTheWay,

    /// <summary>It arrives, and nobody hears of it.</summary>
    NoAnswer,

    /// <summary>It arrives, and the connection breaks.</summary>
    Reset,

    /// <summary>It is refused, and certainly not carried out.</summary>
    Refused,

    /// <summary>It is refused for a while.</summary>
    ToldToWait,

    /// <summary>The other side has failed, before or after carrying it out.</summary>
    Trouble,
}

/// <summary>How often each comes.</summary>
internal static class CallFates
{
    public static readonly IReadOnlyList<CallFate> All =
    [
        .. Enumerable.Repeat(CallFate.Answered, 12),
        CallFate.NoRoute,
        CallFate.NoConnection, CallFate.NoConnection,
        CallFate.LostOnTheWay,
        CallFate.NoAnswer,
        CallFate.Reset, CallFate.Reset,
        CallFate.Refused,
        CallFate.ToldToWait, CallFate.ToldToWait,
        CallFate.Trouble, CallFate.Trouble,
    ];
}
