using System.Diagnostics;
using System.Globalization;
using HerogiDsl.Benchmarks.Compiling;
using HerogiDsl.Benchmarks.Running;

var started = Stopwatch.GetTimestamp();
switch (args)
{
    case [ColdCompile.Argument]:
        return ColdCompile.Run(started);
    case ["compiler"]:
        CompilerBenchmarks.Run();
        return 0;
    case ["keystrokes"]:
        CompilerBenchmarks.MeasureKeystrokes();
        return 0;
    case ["large"]:
        new LargeTexts(LargeTexts.Largest).Run();
        return 0;
    case ["large", var bytes]:
        new LargeTexts(int.Parse(bytes, CultureInfo.InvariantCulture)).Run();
        return 0;
    case ["runtime"]:
        RuntimeBenchmarks.Run();
        return 0;
    case ["steps"]:
        RuntimeBenchmarks.RunSteps();
        return 0;
    case [] or ["all"]:
        CompilerBenchmarks.Run();
        RuntimeBenchmarks.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: HerogiDsl.Benchmarks [compiler | keystrokes | large [BYTES] | runtime | steps | all]");
        return 2;
}
