using System.Collections.Immutable;
using System.Text;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Projects;

/// <summary>Reads the files of a project, and those template files that they name.</summary>
internal static class ProjectReader
{
    public static HerogiProject Read(ProjectFiles files, string? rootNamespace)
    {
        ImmutableArray<SyntaxTree> trees = [.. files.Paths.Select(path => HerogiParser.Parse(ReadText(path)))];
        return new HerogiProject(trees, Templates(trees), rootNamespace ?? NamespaceOf(files.Folder));
    }

    /// <summary>The files that those of a project name, whether or not they are there.</summary>
    public static IReadOnlyList<string> NamedFiles(ProjectFiles files) =>
        [.. NamedFiles(files.Paths.Select(path => HerogiParser.Parse(ReadText(path))))];

    // What is not there is the compiler's to report, at the place that names it.
    private static ImmutableArray<SourceText> Templates(ImmutableArray<SyntaxTree> trees) =>
        [.. NamedFiles(trees).Where(File.Exists).Select(ReadText)];

    private static SortedSet<string> NamedFiles(IEnumerable<SyntaxTree> trees)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            var folder = Path.GetDirectoryName(tree.Text.Path) ?? "";
            foreach (var name in NamedTemplates.In(tree.Root).Where(name => !Path.IsPathRooted(name)))
                paths.Add(Path.Combine(folder, name));
        }

        return paths;
    }

    private static SourceText ReadText(string path)
    {
        try
        {
            return SourceText.FromBytes(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProjectException($"'{path}' cannot be read ({exception.Message.TrimEnd('.')}): "
                + "type 'herogi check FILE…' with files that can");
        }
    }

    // my-app 2 is my_app_2, as a project of that name would have it
    private static string NamespaceOf(string folder)
    {
        var name = new StringBuilder();
        foreach (var character in Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)))
            name.Append(char.IsLetterOrDigit(character) || character is '_' or '.' ? character : '_');
        if (name.Length == 0)
            return "Herogi";
        return char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }
}
