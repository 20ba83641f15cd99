using System.Globalization;
using CsCheck;

namespace HerogiDsl.Templates.Tests;

/// <summary>
/// Property tests whose every case is the same on every machine: case n is drawn from the seed n. Other cases come
/// with <c>HEROGI_SEED</c>, which moves all seeds; a failure names the one that gives its case again.
/// </summary>
internal static class RecordedSamples
{
    private static readonly ulong First = ulong.Parse(
        Environment.GetEnvironmentVariable("HEROGI_SEED") ?? "1", CultureInfo.InvariantCulture);

    public static void Check<T>(this Gen<T> cases, Action<T> rule, int count = 1_000)
    {
        for (var i = 0UL; i < (ulong)count; i++)
        {
            var one = cases.Generate(new PCG(1, First + i), null, out _);
            try
            {
                rule(one);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"HEROGI_SEED={First + i} gives this case first: {one}", exception);
            }
        }
    }

    public static void Check<T>(this Gen<T> cases, Func<T, bool> rule, int count = 1_000) =>
        cases.Check(one => Assert.True(rule(one)), count);
}
