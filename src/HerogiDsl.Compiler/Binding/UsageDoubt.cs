using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Binding;

/// <summary>
/// Whether a name that nothing uses may be meant where something was told to be wrong: what was refused is not bound,
/// and a misspelt name is the use of another one. Where nothing is wrong there is no doubt.
/// </summary>
internal sealed class UsageDoubt
{
    private readonly string[] _texts;
    private readonly string[] _errors;

    public UsageDoubt(ImmutableArray<SyntaxTree> trees, DiagnosticBag diagnostics)
    {
        _errors =
        [
            .. diagnostics.ToImmutable()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => $"{diagnostic.Message} {diagnostic.Hint}"),
        ];
        _texts = _errors.Length == 0 ? [] : [.. trees.Select(tree => tree.Text.Content)];
    }

    public bool MayMention(string name) => IsNamedInAnError(name) || Count(@"\b" + Regex.Escape(name) + @"\b") > 1;

    // example: {{ session.email }}
    public bool MayRead(string datum) =>
        IsNamedInAnError(datum) || Count(@"\bsession\s*\??\.\s*" + Regex.Escape(datum) + @"\b") > 0;

    // example: set email = event.email
    public bool MaySet(string datum) => Count(@"\bset\s+" + Regex.Escape(datum) + @"\b") > 0;

    private bool IsNamedInAnError(string name) => _errors.Any(error => error.Contains($"'{name}'"));

    private int Count(string pattern) => _texts.Sum(text =>
        Regex.Matches(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Count);
}
