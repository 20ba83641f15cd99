using System.Diagnostics;
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
        await Console.Error.WriteLineAsync("usage: HerogiDsl.Benchmarks [compiler | runtime | steps | all]");
        return 2;
}
