using System.Text;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Cli.Starting;

/// <summary>What a scenario may be called, and what its file is called then.</summary>
internal static class ScenarioName
{
    /// <summary>A sentence that says what to type instead; null where the name is good.</summary>
    public static string? WhyNot(string name)
    {
        var isName = name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
        if (isName && char.IsUpper(name[0]))
            return null;
        var better = Pascal(name);
        return better.Length > 0
            ? $"'{name}' is no name for a scenario: type 'herogi new {better}'"
            : $"'{name}' is no name for a scenario: type 'herogi new NAME' with a name of letters and digits, such as 'OrderDesk'";
    }

    // OrderDesk is in order-desk.herogi
    public static string FileOf(string name)
    {
        var file = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var isStart = char.IsUpper(name[i])
                && (i > 0 && !char.IsUpper(name[i - 1]) || (i > 0 && i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (isStart && file[^1] != '-')
                file.Append('-');
            file.Append(name[i] == '_' ? '-' : char.ToLowerInvariant(name[i]));
        }

        return file.Append(".herogi").ToString();
    }

    private static string Pascal(string name)
    {
        var better = new StringBuilder();
        var begins = true;
        foreach (var c in name.Normalize())
        {
            if (char.IsLetter(c) || (char.IsDigit(c) && better.Length > 0))
                better.Append(begins ? char.ToUpperInvariant(c) : c);
            begins = !char.IsLetterOrDigit(c);
        }

        var found = better.ToString();
        return found.Length > 0 && char.IsUpper(found[0]) && !SyntaxFacts.Reserved.Contains(found) ? found : "";
    }
}
