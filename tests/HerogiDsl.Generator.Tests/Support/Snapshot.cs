using System.Runtime.CompilerServices;

namespace HerogiDsl.Generator.Tests.Support;

/// <summary>Compares a text with the file that keeps what it should be; where they differ, the text is left beside it.</summary>
internal static class Snapshot
{
    public static void Verify(string text, string name, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots");
        var verified = Path.Combine(folder, name + ".verified.cs");
        var received = Path.Combine(folder, name + ".received.cs");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.Fail($"{name} is not as verified: compare it, and if it is right: mv {received} {verified}");
    }
}
