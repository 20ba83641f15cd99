using System.Diagnostics;
using System.Globalization;
using HerogiDsl.Benchmarks.Compiling;
using HerogiDsl.Benchmarks.Onboarding;
using HerogiDsl.Benchmarks.Running;
using HerogiDsl.Benchmarks.Scale;

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
    case ["large", var bytes, var kind]:
        new LargeTexts(int.Parse(bytes, CultureInfo.InvariantCulture), kind).Run();
        return 0;
    case ["runtime"]:
        RuntimeBenchmarks.Run();
        return 0;
    case ["steps"]:
        RuntimeBenchmarks.RunSteps();
        return 0;
    case [ScaleRun.Argument, .. var arguments]:
        return await ScaleRun.RunAsync(arguments);
    case ["scale"]:
        ScaleBenchmarks.Run();
        return 0;
    case ["crm"]:
        await OnboardingBenchmarks.RunAsync();
        return 0;
    case ["crm", var senders]:
        await OnboardingBenchmarks.RunAsync(int.Parse(senders, CultureInfo.InvariantCulture));
        return 0;
    case [] or ["all"]:
        CompilerBenchmarks.Run();
        RuntimeBenchmarks.Run();
        await OnboardingBenchmarks.RunAsync();
        ScaleBenchmarks.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: HerogiDsl.Benchmarks [compiler | keystrokes | large [BYTES [KIND]] | runtime | steps | crm [SENDERS] | scale | all]");
        return 2;
}
