using System.Collections.Immutable;
using System.Text.RegularExpressions;
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
    private readonly string[] _texts;
    private readonly string[] _errors;
    private readonly bool _lacksATemplate;

    public UsageDoubt(ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, DiagnosticBag diagnostics)
    {
        var errors = diagnostics.ToImmutable()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToArray();
        _errors = [.. errors.Select(diagnostic => $"{diagnostic.Message} {diagnostic.Hint}")];
        _texts = errors.Length == 0 ? [] : [.. trees.Select(tree => tree.Text).Concat(templates).Select(text => text.Content)];
        _lacksATemplate = errors.Any(diagnostic => diagnostic.Id == DiagnosticDescriptors.TemplateFile.Id);
    }

    public bool MayMention(string name) => IsNamedInAnError(name) || Count(@"\b" + Regex.Escape(name) + @"\b") > 1;

    // example: {{ session.email }}
    public bool MayRead(string datum) =>
        _lacksATemplate || IsNamedInAnError(datum) || Count(@"\bsession\s*\??\.\s*" + Regex.Escape(datum) + @"\b") > 0;

    // example: set email = event.email
    public bool MaySet(string datum) => Count(@"\bset\s+" + Regex.Escape(datum) + @"\b") > 0;

    private bool IsNamedInAnError(string name) => _errors.Any(error => error.Contains($"'{name}'"));

    private int Count(string pattern) => _texts.Sum(text =>
        Regex.Matches(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Count);
}
