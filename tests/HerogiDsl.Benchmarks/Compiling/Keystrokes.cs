using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Emit;
using HerogiDsl.Compiler.Incremental;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.Compiling;

/// <summary>A project of which one character in one file changes again and again, as the generator sees it.</summary>
internal sealed partial class Keystrokes
{
    private readonly CompilationOptions _options = new("Acme");

    private readonly IncrementalCompiler _compiler = new();
    private readonly Project _project;
    private readonly SyntaxTree[] _trees;
    private CompilationResult _result;

    /// <param name="isLocked">Whether there is a lock that the project is held against.</param>
    public Keystrokes(Project project, bool isLocked)
    {
        _project = project;
        _trees = [.. project.Files.Select(HerogiParser.Parse)];
        if (isLocked)
        {
            var locked = HerogiCompilation.Lock([.. _trees], project.Templates, _options, forgets: true).New;
            _options = _options with { Lock = new SourceText(LockFile.FileName, LockWriter.Write(locked)) };
        }

        _result = _compiler.Compile([.. _trees], project.Templates, _options);
    }

    /// <summary>How many files the last keystroke made anew.</summary>
    public int Renewed { get; private set; }

    public int Files => _result.Files.Count;

    /// <summary>A keystroke in some file, and the whole way to the code and what is told; milliseconds.</summary>
    /// <param name="breaks">Whether a line of the file cannot be read, as in the middle of typing.</param>
    public double Press(int number, bool breaks)
    {
        var at = number * 37 % _trees.Length;
        var old = _trees[at].Text;
        var minutes = (10 + (number % 50)).ToString(CultureInfo.InvariantCulture) + "m";
        var text = new SourceText(old.Path, Delay().Replace(_project.Files[at].Content, "after " + minutes + (breaks ? " ->" : ""), 1));
        var start = Stopwatch.GetTimestamp();
        _trees[at] = HerogiParser.Parse(text);
        var result = _compiler.Compile([.. _trees], _project.Templates, _options);
        Renewed = 0;
        for (var i = 0; i < result.Files.Count; i++)
        {
            if (result.Files[i].Equals(_result.Files[i]))
                continue;
            FileEmitter.Emit(result.Files[i]);
            Renewed++;
        }

        _result = result;
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    [GeneratedRegex(@"after \d+[mh]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Delay();
}
