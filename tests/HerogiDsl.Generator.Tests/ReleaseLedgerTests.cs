using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Generator.Tests;

/// <summary>Every id is in the ledger, so that none is used for anything else later.</summary>
public sealed class ReleaseLedgerTests
{
    [Fact]
    public void TheLedgerHasEveryIdWithItsSeverity()
    {
        var rows = File.ReadAllLines(Path.Combine(Folder(), "AnalyzerReleases.Unshipped.md"))
            .Where(line => line.StartsWith("HRG", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split(" | ")[..3]));

        Assert.Equal(
            DiagnosticDescriptors.All.Select(each => $"{each.Id} | HerogiDsl | {each.DefaultSeverity}"), rows);
    }

    private static string Folder([CallerFilePath] string caller = "") =>
        Path.Combine(Path.GetDirectoryName(caller)!, "../../src/HerogiDsl.Generator");
}
