using HerogiDsl.Compiler.Locking;

namespace HerogiDsl.Cli.Locking;

// scenario CrmOnboarding
//   danger  state 'AddToCompany' is gone, and sessions may be in it
//           write: migrate AddToCompany -> SomeState
//   safe    state 'Associate' is new
/// <summary>Writes what changes, the dangerous first.</summary>
internal sealed class ChangePrinter(TextWriter output)
{
    /// <summary>Whether sessions in flight survive.</summary>
    public bool Print(LockFile before, LockFile after)
    {
        var changes = new LockComparison(before, after).Changes();
        foreach (var subject in changes.GroupBy(change => change.Subject, StringComparer.Ordinal))
        {
            output.WriteLine(subject.Key);
            foreach (var change in subject.OrderByDescending(change => change.IsDangerous))
                Print(change);
        }

        var dangerous = changes.Count(change => change.IsDangerous);
        output.WriteLine(dangerous == 0
            ? changes.Length == 0 ? "nothing changes for sessions in flight" : "sessions in flight survive"
            : $"sessions in flight do not survive {(dangerous == 1 ? "this change" : $"{dangerous} of these changes")}");
        return dangerous == 0;
    }

    private void Print(LockChange change)
    {
        output.WriteLine($"  {(change.IsDangerous ? "danger" : "safe  ")}  {change.Text}");
        if (change.Way is { } way)
            output.WriteLine($"          write: {way}");
    }
}
