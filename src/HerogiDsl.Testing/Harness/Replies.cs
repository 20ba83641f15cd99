using HerogiDsl.Testing.Simulation;

namespace HerogiDsl.Testing.Harness;

/// <summary>Ways to choose replies: give one of them to <c>Answer</c>.</summary>
public static class Replies
{
    /// <summary>One after the other; the last one again and again.</summary>
    public static Func<OutgoingCall, HttpReply> Sequence(params HttpReply[] replies)
    {
        Check(replies);
        var next = 0;
        return _ => replies[Math.Min(next++, replies.Length - 1)];
    }

    /// <summary>
    /// Each statement gets one after the other, and then the first again: so that, in time, every call was answered in
    /// every way.
    /// </summary>
    public static Func<OutgoingCall, HttpReply> InTurn(params HttpReply[] replies)
    {
        Check(replies);
        var turns = new Dictionary<string, int>();
        return call =>
        {
            var key = $"{call.Position} {call.Method} {call.Connection}";
            var turn = turns.GetValueOrDefault(key);
            turns[key] = turn + 1;
            return replies[turn % replies.Length];
        };
    }

    /// <summary>Any of them, the same again for the same seed.</summary>
    public static Func<OutgoingCall, HttpReply> Random(ulong seed, params HttpReply[] replies)
    {
        Check(replies);
        var random = new SeededRandom(seed);
        return _ => random.Pick(replies);
    }

    /// <summary>
    /// A success with a body, and what else may come of a call: a refusal, a failure on the other side, no connection, an
    /// answer that is lost.
    /// </summary>
    public static HttpReply[] EveryOutcome(string json) =>
    [
        HttpReply.Json(200, json), HttpReply.Status(400), HttpReply.Status(500), HttpReply.NoConnection(), HttpReply.Lost(),
    ];

    private static void Check(HttpReply[] replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        if (replies.Length == 0)
            throw new ArgumentException("there is no reply: expected at least one", nameof(replies));
    }
}
