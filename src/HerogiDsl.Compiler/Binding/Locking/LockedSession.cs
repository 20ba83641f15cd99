using System.Collections.Immutable;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Binding.Locking;

/// <summary>What `session` has in a `migrate` block: the data of a locked state, under their locked types.</summary>
internal sealed record LockedSession(LockedState Form, ImmutableDictionary<string, SessionSymbol> Data)
{
    /// <summary>A datum that is as it was is the same symbol as ever.</summary>
    public static LockedSession Of(LockedState form, ScenarioSymbol scenario, LockedTypes types) =>
        new(form, form.Data.ToImmutableDictionary(datum => datum.Name, datum => SymbolOf(datum, scenario, types)));

    private static SessionSymbol SymbolOf(LockedStateDatum datum, ScenarioSymbol scenario, LockedTypes types)
    {
        var type = types.Resolve(datum.Type);
        var now = scenario.Session.FirstOrDefault(candidate => candidate.Name == datum.Name);
        // What is proved not null has lost its `?` in the lock.
        if (now is not null && (now.Type.Equals(type) || now.Type.Equals(type.ToNullable())))
            return now;
        var name = new Identifier(datum.Name, default);
        return new SessionSymbol(new SessionSyntax(name, new SkippedTypeSyntax(default), null, null, default, default), type);
    }
}
