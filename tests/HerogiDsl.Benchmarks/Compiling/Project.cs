using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Emit;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.Compiling;

/// <summary>The texts of a project, and their way to generated code.</summary>
internal sealed partial record Project(ImmutableArray<SourceText> Files, ImmutableArray<SourceText> Templates)
{
    private static readonly CompilationOptions Options = new("Acme");

    /// <summary>The example of the language: 139 lines.</summary>
    public static Project Crm() => new([Read("crm.herogi")], [Read("find-company.json.scriban")]);

    /// <summary>About 100 lines, with mails, branches and arithmetic.</summary>
    public static Project Orders() => new([Read("orders.herogi")], []);

    /// <summary>The example, as many times, each with names of its own.</summary>
    public static Project Many(int count)
    {
        var crm = Crm();
        var content = crm.Files[0].Content;
        return crm with { Files = [.. Enumerable.Range(0, count).Select(number => Renamed(content, number))] };
    }

    public int Lines => Files.Sum(file => file.Content.Count(c => c == '\n'));

    /// <summary>From the texts to the generated code; gives its length.</summary>
    public int Generate()
    {
        var result = HerogiCompilation.Compile([.. Files.Select(HerogiParser.Parse)], Templates, Options);
        return result.Files.Sum(file => FileEmitter.Emit(file).Length);
    }

    /// <summary>The same, with the time each part took.</summary>
    public double[] TimeParts(TimeProvider time)
    {
        var start = time.GetTimestamp();
        var trees = Files.Select(HerogiParser.Parse).ToImmutableArray();
        var parsed = time.GetTimestamp();
        var result = HerogiCompilation.Compile(trees, Templates, Options);
        var compiled = time.GetTimestamp();
        foreach (var file in result.Files)
            FileEmitter.Emit(file);
        return
        [
            time.GetElapsedTime(start, parsed).TotalMilliseconds,
            time.GetElapsedTime(parsed, compiled).TotalMilliseconds,
            time.GetElapsedTime(compiled).TotalMilliseconds,
        ];
    }

    /// <summary>A mistake in a text would make its figures those of something else.</summary>
    public void AssertSound()
    {
        var result = HerogiCompilation.Compile([.. Files.Select(HerogiParser.Parse)], Templates, Options);
        if (result.Diagnostics.Count > 0)
            throw new InvalidOperationException($"{Files[0].Path} does not compile: {result.Diagnostics[0]}");
    }

    private static SourceText Renamed(string content, int number)
    {
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        return new SourceText($"crm{suffix}.herogi", UniqueNames().Replace(content, match => match.Value + suffix));
    }

    /// <summary>The example, with other names for all that it declares, and without its namespace: many fit in one file.</summary>
    public static string RenamedAll(string content, int number)
    {
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        var text = AllNames().Replace(content, match => match.Value + suffix);
        return text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    [GeneratedRegex(
        @"\b(Register|CustomerUpdated|CustomerDeleted|Saved|Found|Associated|CrmOnboarding|Created|FoundCompanies|HubSpot)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex AllNames();

    // Scenarios and events are known by their simple names, which are unique in a project.
    [GeneratedRegex(
        @"\b(Onboarding|Register|CustomerUpdated|CustomerDeleted|Saved|Found|Associated|CrmOnboarding)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UniqueNames();

    private static SourceText Read(string name)
    {
        using var stream = typeof(Project).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the text '{name}' is not in the program");
        using var reader = new StreamReader(stream);
        return new SourceText(name, reader.ReadToEnd());
    }
}
