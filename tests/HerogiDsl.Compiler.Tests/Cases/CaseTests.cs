using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Compiler.Tests.Cases;

/// <summary>What the language's description says of each text is what the compiler says, and nothing else.</summary>
public sealed class CaseTests
{
    private static readonly HashSet<string> s_warnings =
    [
        "HRG1011", "HRG1013", "HRG2008", "HRG3002", "HRG3003", "HRG3004", "HRG3010", "HRG3011", "HRG3013", "HRG3016",
        "HRG3018", "HRG3019", "HRG3020", "HRG3022", "HRG4006", "HRG4007", "HRG4008", "HRG5001", "HRG5002", "HRG6005",
    ];

    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.cases").Order(StringComparer.Ordinal))
        {
            foreach (var found in CaseFile.Read(File.ReadAllText(path)))
            {
                names.Add(Path.GetFileNameWithoutExtension(path), found.Name);
            }
        }

        return names;
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void TheCompilerSaysWhatTheLanguageSays(string topic, string name)
    {
        var cases = CaseFile.Read(File.ReadAllText(Path.Combine(Folder, topic + ".cases")));
        var tried = Assert.Single(cases, found => found.Name == name);
        (string Path, string Content)[] locks = tried.Was is null ? [] : [(LockFile.FileName, Compilation.Lock(tried.Was))];
        var diagnostics = Compilation.Diagnose([.. tried.Files, .. locks]);
        var told = diagnostics.Select(Of).Select(found => found.ToString());
        var wanted = tried.Expected.Select(found => found.ToString());
        if (!told.Order(StringComparer.Ordinal).SequenceEqual(wanted.Order(StringComparer.Ordinal)))
        {
            Assert.Fail(Explain(tried, diagnostics));
        }

        Assert.All(diagnostics, found => Assert.Equal(
            s_warnings.Contains(found.Id) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            found.Severity));
    }

    private static Told Of(Diagnostic diagnostic) =>
        new(diagnostic.Location.Path, diagnostic.Location.Start.Line + 1, diagnostic.Id);

    private static string Explain(Case tried, IEnumerable<Diagnostic> diagnostics)
    {
        var expected = tried.Expected.Select(found => $"  {found}");
        var actual = diagnostics.Select(found => $"  {Of(found).Path} {Compilation.Show(found)}");
        var texts = tried.Files.SelectMany(file => file.Content.Split('\n')
            .Select((line, index) => $"{index + 1,4} {line}")
            .Prepend($"--- {file.Path}"));
        return string.Join('\n', ["expected", .. expected, "actual", .. actual, .. texts]);
    }
}
