using System.Globalization;

namespace HerogiDsl.Compiler.CSharp;

/// <summary>How names of the language become names of C#: in one place, so that every collision is gone round alike.</summary>
internal static class CSharpNames
{
    // What every C# record has already, and what generated records have besides.
    private static readonly HashSet<string> s_recordMembers = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize", "Clone",
        "EqualityContract", "PrintMembers", "Deconstruct", "ReadJson",
    };

    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const",
        "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern",
        "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
        "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override",
        "params", "private", "protected", "public", "readonly", "record", "ref", "return", "sbyte", "sealed", "short",
        "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while", "await",
        "required", "scoped", "file", "field", "var", "dynamic", "nint", "nuint", "when", "where", "with",
    };

    /// <summary>A name that may be a keyword of C#.</summary>
    public static string Escape(string name) => s_keywords.Contains(name) ? "@" + name : name;

    /// <summary>A namespace, part by part.</summary>
    public static string EscapeNamespace(string name) => string.Join(".", name.Split('.').Select(Escape));

    /// <summary>With a capital at the beginning, in no culture.</summary>
    public static string Pascal(string name)
    {
        var first = char.ToUpper(name[0], CultureInfo.InvariantCulture);
        var pascal = first + name.Substring(1);
        return Escape(pascal);
    }

    /// <summary>The properties of a record: `Plan` in the record `Plan` becomes `PlanValue`.</summary>
    public static IReadOnlyList<string> Properties(string record, IEnumerable<string> fields, params string[] others)
    {
        var taken = new HashSet<string>(s_recordMembers.Concat(others), StringComparer.Ordinal) { record };
        return fields.Select(field => Unique(Pascal(field), "Value", taken)).ToArray();
    }

    /// <summary>The records of a scenario's states: `Crm` in the scenario `Crm` becomes `CrmState`.</summary>
    public static IReadOnlyList<string> StateRecords(string scenario, IEnumerable<string> states)
    {
        var taken = new HashSet<string>(s_recordMembers, StringComparer.Ordinal)
        {
            scenario, "State", "Definition", "StepFunction", ActionContract(scenario), ActionCalls(scenario),
        };
        return states.Select(state => Unique(Escape(state), "State", taken)).ToArray();
    }

    /// <summary>The interface of a scenario's `extern` actions.</summary>
    public static string ActionContract(string scenario) => scenario == "IActions" ? "IScenarioActions" : "IActions";

    /// <summary>The class that calls it.</summary>
    public static string ActionCalls(string scenario) => scenario == "ActionCalls" ? "ScenarioActionCalls" : "ActionCalls";

    /// <summary>A name that is not taken yet; it is from now on.</summary>
    public static string Unique(string name, string suffix, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name = name.TrimStart('@') + suffix;
        return name;
    }

    /// <summary>A name that is not taken yet, with a number where needed; it is from now on.</summary>
    public static string Numbered(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }
}
