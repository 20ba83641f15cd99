using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Robustness;

/// <summary>
/// Any text at all gives diagnostics, through the whole compiler. A few thousand spoilt projects here; with
/// `HEROGI_FUZZ_MINUTES` as many as that time allows, and what fails is written to `HEROGI_FUZZ_FOLDER`.
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 1200;

    [Fact]
    public void NoSpoiltProjectMakesTheCompilerThrow()
    {
        var minutes = Environment.GetEnvironmentVariable("HEROGI_FUZZ_MINUTES");
        if (minutes is null)
        {
            Project.OnASmallStack(() => Run(20261123, round => round < Rounds, (project, problem) =>
                Assert.Fail($"{problem}\n{project}")));
            return;
        }

        var watch = Stopwatch.StartNew();
        var limit = TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture));
        var seed = int.Parse(Environment.GetEnvironmentVariable("HEROGI_FUZZ_SEED") ?? "1", CultureInfo.InvariantCulture);
        var findings = new Findings(Environment.GetEnvironmentVariable("HEROGI_FUZZ_FOLDER") ?? Path.GetTempPath());
        Project.OnASmallStack(() => Run(seed, _ => watch.Elapsed < limit, findings.Add));
        Assert.True(findings.IsEmpty, findings.ToString());
    }

    private static void Run(int seed, Func<int, bool> goesOn, Action<Project, string> found)
    {
        var random = new Random(seed);
        for (var round = 0; goesOn(round); round++)
        {
            var project = Spoil(random);
            if (ProblemOf(project) is { } problem)
                found(project, problem);
        }
    }

    private static Project Spoil(Random random)
    {
        var project = Project.All[random.Next(Project.All.Length)];
        if (random.Next(5) == 0)
        {
            var other = Project.All[random.Next(Project.All.Length)];
            var files = other.Files.Select(file => (Path: "other/" + file.Path, file.Content));
            project = new Project($"{project.Name} and {other.Name}", [.. project.Files, .. files]);
        }

        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var (path, content) = project.Files[random.Next(project.Files.Length)];
            project = project.With(path, Mutation.Spoil(content, random));
        }

        return project;
    }

    private static string? ProblemOf(Project project)
    {
        var watch = Stopwatch.StartNew();
        ImmutableArray<Diagnostic> diagnostics;
        try
        {
            diagnostics = project.Compile();
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }

        if (watch.Elapsed > TimeSpan.FromSeconds(1) && IsSlowAgain(project))
            return "slow";
        return diagnostics.Select(diagnostic => ProblemOf(diagnostic, project)).FirstOrDefault(problem => problem is not null);
    }

    // The machine may have been busy with something else.
    private static bool IsSlowAgain(Project project)
    {
        var watch = Stopwatch.StartNew();
        project.Compile();
        return watch.Elapsed > TimeSpan.FromSeconds(1);
    }

    private static string? ProblemOf(Diagnostic diagnostic, Project project)
    {
        var file = project.Files.FirstOrDefault(file => file.Path == diagnostic.Location.Path);
        if (file.Content is null)
            return $"no such file: {DiagnosticFormatter.Line(diagnostic)}";
        var span = diagnostic.Location.Span;
        if (span.Start < 0 || span.Length < 0 || span.End > file.Content.Length)
            return $"no such place: {DiagnosticFormatter.Line(diagnostic)}";
        var start = new SourceText(file.Path, file.Content).GetPosition(span.Start);
        return start != diagnostic.Location.Start ? $"another line: {DiagnosticFormatter.Line(diagnostic)}"
            : DiagnosticFormatter.Line(diagnostic).IndexOfAny(['\n', '\r']) >= 0 ? $"two lines: {DiagnosticFormatter.Line(diagnostic)}"
            : null;
    }

    /// <summary>What was found, one of a kind, the shortest.</summary>
    private sealed class Findings(string folder)
    {
        private readonly Dictionary<string, string> _shortest = new(StringComparer.Ordinal);

        public bool IsEmpty => _shortest.Count == 0;

        public void Add(Project project, string problem)
        {
            var kind = string.Join('|', problem.Split('\n').Take(3).Select(line => line.Trim()));
            if (!problem.Contains("   at ", StringComparison.Ordinal))
                kind = problem.Split(':')[0];
            var text = $"{problem}\n{project}";
            if (_shortest.TryGetValue(kind, out var known) && known.Length <= text.Length)
                return;
            _shortest[kind] = text;
            var number = _shortest.Keys.ToList().IndexOf(kind);
            File.WriteAllText(Path.Combine(folder, $"finding-{number}.txt"), text);
        }

        public override string ToString() => string.Join("\n", _shortest.Keys);
    }
}
