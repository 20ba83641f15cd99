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
    private readonly SourceText[] _texts;
    private readonly string[] _errors;
    private readonly bool _lacksATemplate;

    public UsageDoubt(ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, DiagnosticBag diagnostics)
    {
        Diagnostic[] errors = diagnostics.ErrorCount == 0
            ? []
            : [.. diagnostics.ToImmutable().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        _errors = [.. errors.Select(diagnostic => $"{diagnostic.Message} {diagnostic.Hint}").Distinct(StringComparer.Ordinal)];
        _lacksATemplate = errors.Any(diagnostic => diagnostic.Id == DiagnosticDescriptors.TemplateFile.Id);
        _texts = errors.Length == 0 ? [] : [.. trees.Select(tree => tree.Text), .. templates];
    }

    public bool MayMention(string name) =>
        _texts.Sum(text => TextWords.Of(text).CountOf(name)) > 1 || IsNamedInAnError($"'{name}'");

    // example: {{ session.email }}   and what lost its point: sessionemail
    public bool MayRead(string datum) => _lacksATemplate
        || _texts.Any(text => TextWords.Of(text).Reads(datum))
        || IsNamedInAnError($"'{datum}'") || IsNamedInAnError($"'session{datum}'");

    // example: set email = event.email
    public bool MaySet(string datum) => _texts.Any(text => TextWords.Of(text).Sets(datum));

    private bool IsNamedInAnError(string quoted) => _errors.Any(error => error.Contains(quoted));
}
