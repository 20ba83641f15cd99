using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding;

/// <summary>
/// Whether a name that nothing uses may be meant where something was told to be wrong: what was refused is not bound,
/// and a misspelt name is the use of another one. Where nothing is wrong there is no doubt.
/// </summary>
internal sealed class UsageDoubt
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);
    private readonly string[] _errors;
    private readonly bool _lacksATemplate;

    public UsageDoubt(ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, DiagnosticBag diagnostics)
    {
        var errors = diagnostics.ToImmutable()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToArray();
        _errors = [.. errors.Select(diagnostic => $"{diagnostic.Message} {diagnostic.Hint}").Distinct(StringComparer.Ordinal)];
        _lacksATemplate = errors.Any(diagnostic => diagnostic.Id == DiagnosticDescriptors.TemplateFile.Id);
        if (errors.Length == 0)
            return;
        foreach (var text in trees.Select(tree => tree.Text).Concat(templates))
            CountWords(text.Content);
    }

    public bool MayMention(string name) => (_words.TryGetValue(name, out var count) && count > 1) || IsNamedInAnError($"'{name}'");

    // example: {{ session.email }}   and what lost its point: sessionemail
    public bool MayRead(string datum) =>
        _lacksATemplate || _read.Contains(datum) || IsNamedInAnError($"'{datum}'") || IsNamedInAnError($"'session{datum}'");

    // example: set email = event.email
    public bool MaySet(string datum) => _set.Contains(datum);

    private bool IsNamedInAnError(string quoted) => _errors.Any(error => error.Contains(quoted));

    private void CountWords(string text)
    {
        var (before, marks) = ("", "");
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
                at++;
            if (at == start)
            {
                if (!char.IsWhiteSpace(text[at]))
                    marks = marks.Length < 3 ? marks + text[at] : marks;
                at++;
                continue;
            }

            var word = text.Substring(start, at - start);
            _words.TryGetValue(word, out var count);
            _words[word] = count + 1;
            if (before == "session" && marks is "." or "?.")
                _read.Add(word);
            if (before == "set" && marks.Length == 0)
                _set.Add(word);
            (before, marks) = (word, "");
        }
    }
}
