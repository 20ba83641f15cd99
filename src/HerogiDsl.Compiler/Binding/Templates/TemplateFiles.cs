using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Templates;

/// <summary>The template files of a project, by their paths.</summary>
internal sealed class TemplateFiles
{
    private readonly Dictionary<string, SourceText> _files = new(StringComparer.Ordinal);

    public TemplateFiles(ImmutableArray<SourceText> files)
    {
        foreach (var file in files)
            _files[Normalize(file.Path)] = file;
    }

    /// <summary>Finds a file named in a `.herogi` file, relative to it.</summary>
    /// <param name="lookedFor">The path that was looked for.</param>
    public SourceText? Find(string path, SourceText herogiFile, out string lookedFor)
    {
        var own = Normalize(herogiFile.Path);
        var slash = own.LastIndexOf('/');
        lookedFor = Normalize(slash < 0 ? path : own.Substring(0, slash + 1) + path);
        return _files.TryGetValue(lookedFor, out var file) ? file : null;
    }

    // a/./b/../c and a\c are a/c
    private static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count > 0 && parts[parts.Count - 1].Length > 0 && parts[parts.Count - 1] != "..")
                    parts.RemoveAt(parts.Count - 1);
                else
                    parts.Add(part);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }
}
