using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Templates;

/// <summary>Parameters whose names are words of Scriban's own: a template cannot read them.</summary>
internal static class TemplateKeywords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "for", "end", "while", "case", "when", "func", "ret", "break", "continue", "capture", "import", "include",
        "readonly", "with", "wrap", "do", "tablerow", "empty", "blank", "this", "block", "extends", "unless",
    };

    /// <summary>The parameter of such a name that a template mentions; null where there is none.</summary>
    public static string? NamedBy(IEnumerable<ParameterSymbol> parameters, string template) => parameters
        .Select(parameter => parameter.Name)
        .FirstOrDefault(name => Words.Contains(name) && Mention(name).Holds(template));

    public static string Hint(string name) =>
        $"'{name}' is a word of Scriban's own: a parameter of that name cannot be read in a template; give it another name";

    private static Regex Mention(string name) =>
        new(@"\b" + name + @"\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
