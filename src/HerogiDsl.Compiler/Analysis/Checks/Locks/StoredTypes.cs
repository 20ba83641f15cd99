using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Locking;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>Where values of the locked types are stored: in events that wait, and in session data.</summary>
internal sealed class StoredTypes
{
    private readonly HashSet<string> _read = [];
    private readonly HashSet<string> _replaced = [];

    public StoredTypes(LockedProgram program)
    {
        // An event that is gone is read no more, whatever it held.
        foreach (var @event in program.File.Types.Where(type => type.Kind == LockedTypeKind.Event && program.Shapes.Find(type) is not null))
            Collect(new LockedNamed(@event.FullName), program.File, _read);
    }

    /// <summary>What one scenario has stored, and what was told of it.</summary>
    public static LockTrace Trace(LockedProgram program, ImmutableArray<LockedForm> forms, ImmutableArray<Diagnostic> told)
    {
        var trace = new LockTrace(told, [], []);
        foreach (var form in forms)
        {
            foreach (var datum in form.State.Data)
            {
                var found = form.FindReader(datum.Name) is null ? trace.ReplacedTypes : trace.ReadTypes;
                Collect(datum.Type, program.File, found);
            }
        }

        return trace;
    }

    public void Add(LockTrace trace)
    {
        _read.UnionWith(trace.ReadTypes);
        _replaced.UnionWith(trace.ReplacedTypes);
    }

    /// <summary>Whether every stored value of a type is one that some `migrate` replaces, or that nobody reads.</summary>
    public bool IsMigrated(LockedType type) => _replaced.Contains(type.FullName) && !_read.Contains(type.FullName);

    private static void Collect(LockedTypeName type, LockFile file, HashSet<string> found)
    {
        foreach (var name in type.Names())
        {
            if (file.FindType(name) is not { } named || !found.Add(name))
                continue;
            foreach (var field in named.Fields)
                Collect(field.Type, file, found);
            if (named.Body is { } body)
                Collect(body, file, found);
        }
    }
}
