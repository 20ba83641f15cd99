using System.Diagnostics;

namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>A real file system in memory, of a size and rights that a test changes. Needs the right to mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "herogi.db");

    public static SmallDisk Mount(string size)
    {
        var path = Directory.CreateTempSubdirectory("herogi-disk-").FullName;
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path))
        {
            Directory.Delete(path);
            Assert.Skip("a file system of its own needs Linux and the right to mount one");
        }

        return new SmallDisk(path);
    }

    public void Remount(string options) => Assert.True(Run("mount", "-o", $"remount,{options}", Path), $"remount with {options}");

    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
