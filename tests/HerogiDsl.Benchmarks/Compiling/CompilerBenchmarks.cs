using HerogiDsl.Benchmarks.HandWritten;
using HerogiDsl.Benchmarks.Measuring;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.Compiling;

/// <summary>The compiler, from its parser to a large project.</summary>
internal static class CompilerBenchmarks
{
    private const int LargeProject = 500;
    private const int Children = 9;

    public static void Run()
    {
        Report.Title("Parsing, against a hand-written parser that gives the same tree");
        MeasureParsing(Project.Crm());
        MeasureParsing(Project.Orders());

        Report.Title("From text to generated code");
        MeasureWarm(Project.Crm());
        MeasureWarm(Project.Orders());
        MeasureCold();
        MeasureLarge();
        MeasureKeystrokes();
    }

    private static void MeasureParsing(Project project)
    {
        project.AssertSound();
        var text = project.Files[0];
        AssertSameTrees(text);
        var pair = Pair.Measure(() => HerogiParser.Parse(text), () => HandParser.Parse(text));
        Report.Line(
            Name(project),
            $"{pair.Ratio:0.00} times   ours {pair.Ours.Nanoseconds / 1e6:0.0000} ms {pair.Ours.Bytes / 1024:0.0} KB   hand-written {pair.Hand.Nanoseconds / 1e6:0.0000} ms {pair.Hand.Bytes / 1024:0.0} KB");
    }

    private static void AssertSameTrees(SourceText text)
    {
        var (ours, hand) = (HerogiParser.Parse(text), HandParser.Parse(text));
        var ourLines = (TreeText.Write(ours.Root) + TreeText.Write(ours.Comments)).Split('\n');
        var handLines = (TreeText.Write(hand.Root) + TreeText.Write(hand.Comments)).Split('\n');
        var first = ourLines.Zip(handLines).ToList().FindIndex(pair => pair.First != pair.Second);
        if (first < 0 && ourLines.Length == handLines.Length)
            return;
        throw new InvalidOperationException(FormattableString.Invariant(
            $"{text.Path}: the trees differ at line {first + 1} of their texts: '{ourLines[first]}' and '{handLines[first]}'"));
    }

    private static void MeasureWarm(Project project)
    {
        var sample = Sample.Measure(() => project.Generate());
        var runs = Enumerable.Range(0, 51).Select(_ => project.TimeParts(TimeProvider.System)).ToList();
        var parts = Enumerable.Range(0, 3).Select(part => Median.Of(runs.Select(run => run[part]))).ToList();
        var least = runs.Min(run => run.Sum());
        Report.Line(
            $"{Name(project)}, warm",
            $"{sample.Nanoseconds / 1e6:0.00} ms {sample.Bytes / 1024:0} KB   (parse {parts[0]:0.00}, compile {parts[1]:0.00}, emit {parts[2]:0.00}; least {least:0.00})");
    }

    private static void MeasureCold()
    {
        var program = typeof(CompilerBenchmarks).Assembly.Location;
        MeasureCold("cold process", program);
        if (ReadyToRun.Compile(program) is { } ahead)
            MeasureCold("cold, compiled ahead", ahead);
        else
            Report.Line($"{Name(Project.Crm())}, cold, compiled ahead", $"not measured: {ReadyToRun.Missing}");
    }

    private static void MeasureCold(string kind, string program)
    {
        var parts = ColdCompile.Measure(program, Children);
        Report.Line(
            $"{Name(Project.Crm())}, {kind}",
            $"{parts[0]:0} ms   (its own lines {parts[1]:0}: parse {parts[2]:0}, compile {parts[3]:0}, emit {parts[4]:0})");
    }

    private static void MeasureLarge()
    {
        var project = Project.Many(LargeProject);
        project.AssertSound();
        var runs = Enumerable.Range(0, 3).Select(_ => project.TimeParts(TimeProvider.System)).ToList();
        var parts = Enumerable.Range(0, 3).Select(part => Median.Of(runs.Select(run => run[part]))).ToList();
        Report.Line(
            FormattableString.Invariant($"{LargeProject} scenarios, {project.Lines} lines"),
            $"{parts.Sum():0} ms   (parse {parts[0]:0}, compile {parts[1]:0}, emit {parts[2]:0})");
    }

    public static void MeasureKeystrokes()
    {
        foreach (var isLocked in new[] { false, true })
        {
            foreach (var breaks in new[] { false, true })
            {
                var keystrokes = new Keystrokes(Project.Many(LargeProject), isLocked);
                // What is broken is mended before the next file is.
                var times = Enumerable.Range(0, 201)
                    .Select(number => breaks ? PressAndMend(keystrokes, number) : keystrokes.Press(number, breaks: false))
                    .ToList();
                Report.Line(
                    FormattableString.Invariant(
                        $"  a keystroke{(breaks ? " that breaks a line" : "")}{(isLocked ? ", with a lock" : "")}"),
                    $"{Median.Of(times.Skip(50)):0} ms   ({keystrokes.Renewed} of {keystrokes.Files} generated files made anew)");
            }
        }
    }

    private static double PressAndMend(Keystrokes keystrokes, int number)
    {
        var time = keystrokes.Press(number, breaks: true);
        keystrokes.Press(number, breaks: false);
        return time;
    }

    private static string Name(Project project) =>
        FormattableString.Invariant($"{project.Files[0].Path}, {project.Lines} lines");
}
