using System.Text;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Text;
using Microsoft.CodeAnalysis;

namespace HerogiDsl.Generator;

/// <summary>Reads the project's additional files.</summary>
internal static class FileReader
{
    public static bool IsHerogi(AdditionalText file) =>
        file.Path.EndsWith(".herogi", StringComparison.OrdinalIgnoreCase);

    /// <summary>The lock beside the project file; one further down belongs to another project.</summary>
    public static bool IsLock(AdditionalText file, GeneratorOptions options) =>
        string.Equals(options.Relative(file.Path), LockFile.FileName, StringComparison.Ordinal)
        || (options.ProjectDirectory.Length == 0 && Path.GetFileName(file.Path) == LockFile.FileName);

    public static SourceText Read(AdditionalText file, GeneratorOptions options, CancellationToken cancellation)
    {
        var text = file.GetText(cancellation);
        var content = text?.ToString() ?? "";

        // What is not UTF-8 Roslyn has read in another encoding, where no byte is wrong.
        var isUtf8 = text?.Encoding is null or UTF8Encoding || content.All(character => character < 128);
        var malformed = isUtf8 ? (int?)null : content.TakeWhile(character => character < 128).Count();
        return new SourceText(options.Relative(file.Path), content, malformed);
    }
}
