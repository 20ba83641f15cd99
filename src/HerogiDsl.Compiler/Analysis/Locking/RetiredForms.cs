using System.Collections.Immutable;
using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Locking;

namespace HerogiDsl.Compiler.Analysis.Locking;

/// <summary>The forms of states that `migrate`s lead on from: a lock remembers them, with the types they had.</summary>
internal sealed class RetiredForms
{
    private readonly LockFile? _old;
    private readonly BoundProgram _program;
    private readonly Dictionary<string, LockedType> _types;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public RetiredForms(LockFile? old, BoundProgram program, IEnumerable<LockedType> types)
    {
        _old = old;
        _program = program;
        _types = types.GroupBy(type => type.FullName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>The types of this build, and those that the forms need besides.</summary>
    public ImmutableArray<LockedType> Types => [.. _types.Values];

    public IEnumerable<LockedState> Of(BoundScenario scenario)
    {
        if (_old?.FindScenario(scenario.Symbol.Name) is not { } locked)
            yield break;
        foreach (var migration in scenario.Migrations)
        {
            if (locked.FormOf(migration.From) is { } form)
            {
                yield return new LockedState(
                    form.Name,
                    IsRetired: true,
                    [.. form.Data.Select(datum => datum with { Type = Keep(datum.Type) })]);
            }
        }
    }

    private LockedTypeName Keep(LockedTypeName type) => type switch
    {
        LockedNullable nullable => new LockedNullable(Keep(nullable.Inner)),
        LockedList list => new LockedList(Keep(list.Element)),
        LockedMap map => new LockedMap(Keep(map.Element)),
        LockedNamed named when _old?.FindType(named.Name) is { } locked => new LockedNamed(Keep(named, locked)),
        _ => type,
    };

    // A type that has another shape now is remembered under a name of its own.
    private string Keep(LockedNamed named, LockedType locked)
    {
        if (_names.TryGetValue(named.Name, out var known))
            return known;
        if (_types.ContainsKey(named.Name) && _program.Locked?.HasSameShape(named) == true)
            return named.Name;
        var name = named.Name;
        for (var number = 1; _types.ContainsKey(name); number++)
            name = named.Name + "_" + number.ToString(CultureInfo.InvariantCulture);
        _names.Add(named.Name, name);
        _types.Add(name, locked);
        _types[name] = locked with
        {
            FullName = name,
            Fields = [.. locked.Fields.Select(field => field with { Type = Keep(field.Type) })],
            Body = locked.Body is { } body ? Keep(body) : null,
        };
        return name;
    }
}
