using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Incremental;

/// <summary>The types that the lock has for the data of each scenario: it means them, though its text names none of them.</summary>
internal sealed class LockedNames
{
    // Of a lock they never change; they go when it goes.
    private static readonly ConditionalWeakTable<LockFile, LockedNames> Known = new();

    private readonly Dictionary<string, HashSet<string>> _types = new(StringComparer.Ordinal);

    private LockedNames(LockFile file)
    {
        foreach (var scenario in file.Scenarios)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (var state in scenario.States)
            {
                foreach (var datum in state.Data)
                    Collect(datum.Type, file, found);
            }

            _types[scenario.Name] = new HashSet<string>(
                found.Select(name => name.Substring(name.LastIndexOf('.') + 1)), StringComparer.Ordinal);
        }
    }

    public static LockedNames Of(LockFile file) => Known.GetValue(file, static read => new LockedNames(read));

    /// <summary>Whether a scenario of a file has stored a type of one of these names.</summary>
    public bool MayMean(SyntaxTree tree, HashSet<string> declared) => tree.Root.Declarations
        .OfType<ScenarioSyntax>()
        .Any(scenario => _types.TryGetValue(scenario.Name.Text, out var names) && names.Overlaps(declared));

    private static void Collect(LockedTypeName type, LockFile file, HashSet<string> found)
    {
        foreach (var name in type.Names())
        {
            if (!found.Add(name) || file.FindType(name) is not { } named)
                continue;
            foreach (var field in named.Fields)
                Collect(field.Type, file, found);
            if (named.Body is { } body)
                Collect(body, file, found);
        }
    }
}
