using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HubSpotStandIn.Hosting;

namespace HubSpotStandIn.Faults;

/// <summary>Which faults befall which share of the calls: <c>429=0.05,lost=0.02,slow=0.05:200ms</c>.</summary>
public sealed class FaultPlan
{
    private static readonly TimeSpan UsualDelay = TimeSpan.FromMilliseconds(200);

    private FaultPlan(ImmutableArray<Fault> faults) => Faults = faults;

    public static FaultPlan None { get; } = new([]);

    public ImmutableArray<Fault> Faults { get; }

    /// <summary>Reads a plan; <paramref name="problem"/> says in one sentence what is wrong with the text.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out FaultPlan? plan, [NotNullWhen(false)] out string? problem)
    {
        plan = null;
        var faults = ImmutableArray.CreateBuilder<Fault>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            problem = ParseFault(part, out var fault);
            if (fault is null || problem is not null)
            {
                problem ??= $"fault '{part}' is not understood";
                return false;
            }
            if (faults.Any(other => other.Name == fault.Name))
            {
                problem = $"fault '{fault.Name}' is given twice";
                return false;
            }
            faults.Add(fault);
        }
        var sum = faults.Sum(fault => (decimal)fault.Share);
        if (sum > 1)
        {
            problem = string.Create(CultureInfo.InvariantCulture,
                $"the shares of the faults add up to {sum}: expected 1 at most, for a call has one fault at most");
            return false;
        }
        problem = null;
        plan = faults.Count == 0 ? None : new FaultPlan(faults.ToImmutable());
        return true;
    }

    /// <summary>Reads a plan that is known to be sound.</summary>
    /// <exception cref="FormatException">The text is no plan of faults.</exception>
    public static FaultPlan Parse(string text) =>
        TryParse(text, out var plan, out var problem) ? plan : throw new FormatException(problem);

    public override string ToString() => string.Join(',', Faults);

    private static string? ParseFault(string part, out Fault? fault)
    {
        fault = null;
        if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var value])
        {
            return $"fault '{part}' has no share: expected it as in '429=0.05'";
        }
        if (!IsName(name))
        {
            return $"fault '{name}' is unknown: expected a status from 400 to 599, 'lost', 'drop' or 'slow'";
        }
        var pieces = value.Split(':', 2, StringSplitOptions.TrimEntries);
        if (!double.TryParse(pieces[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            || share > 1)
        {
            return $"fault '{name}' has the share '{pieces[0]}': expected a number from 0 to 1";
        }
        var delay = name == Fault.Slow ? UsualDelay : TimeSpan.Zero;
        if (pieces.Length == 2)
        {
            if (name != Fault.Slow)
            {
                return $"fault '{name}' has a delay '{pieces[1]}': only 'slow' has one";
            }
            if (!Durations.TryParse(pieces[1], out delay))
            {
                return $"fault 'slow' has the delay '{pieces[1]}': expected one as in '200ms' or '2s'";
            }
        }
        fault = new Fault(name, share, delay);
        return null;
    }

    private static bool IsName(string name) => name is Fault.Lost or Fault.Drop or Fault.Slow
        || (name.Length == 3 && name.All(char.IsAsciiDigit) && name[0] is '4' or '5');
}
