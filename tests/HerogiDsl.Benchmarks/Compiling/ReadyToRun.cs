using System.Diagnostics;
using System.Reflection;

namespace HerogiDsl.Benchmarks.Compiling;

/// <summary>The program compiled ahead, as the packages of the tool are.</summary>
internal static class ReadyToRun
{
    private static readonly string[] Assemblies =
        ["HerogiDsl.Benchmarks.dll", "HerogiDsl.Compiler.dll", "HerogiDsl.Templates.dll", "Scriban.Signed.dll", "Sprache.dll"];

    /// <summary>What says where the compiler is to come from, where it is missing.</summary>
    public static string Missing =>
        $"there is no {Metadata("Compiler")} among the packages of this machine: to pack the tool with -p:ToolPlatforms=all restores it";

    /// <summary>Compiles the built assemblies into a folder of their own; gives the program there, null without the compiler.</summary>
    public static string? Compile(string program)
    {
        var versions = new DirectoryInfo(Path.Combine(Metadata("Packages"), Metadata("Compiler")));
        var compiler = versions.Exists
            ? versions.EnumerateFiles("crossgen2*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileNameWithoutExtension(file.Name) == "crossgen2" && file.Extension is "" or ".exe")
                .MaxBy(file => file.FullName, StringComparer.Ordinal)
            : null;
        if (compiler is null)
            return null;
        var source = Path.GetDirectoryName(program) ?? throw new InvalidOperationException(program);
        var target = Directory.CreateDirectory(Path.Combine(source, "ready-to-run")).FullName;
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        foreach (var assembly in Assemblies)
            Compile(compiler.FullName, Path.Combine(source, assembly), Path.Combine(target, assembly));
        return Path.Combine(target, Path.GetFileName(program));
    }

    private static void Compile(string compiler, string from, string to)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? throw new InvalidOperationException(from);
        var source = Path.GetDirectoryName(from) ?? throw new InvalidOperationException(from);
        var start = new ProcessStartInfo(compiler) { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            from, "-o", to, "-O", "-r", Path.Combine(framework, "*.dll"), "-r", Path.Combine(source, "*.dll"),
            .. Metadata("Arguments").Split(';', StringSplitOptions.RemoveEmptyEntries),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException(compiler);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(from)} could not be compiled ahead: {output}");
    }

    private static string Metadata(string name) => typeof(ReadyToRun).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ReadyToRun." + name).Value ?? "";
}
