using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Symbols.Types;

// example: string?
internal sealed class NullableType(TypeSymbol inner) : TypeSymbol
{
    public TypeSymbol Inner => inner;

    public override string Name => inner.Name + "?";

    public override bool Equals(object? obj) => obj is NullableType other && other.Inner.Equals(Inner);

    public override int GetHashCode() => Inner.GetHashCode() ^ 1;
}

// example: Created[]
internal sealed class ListType(TypeSymbol element) : TypeSymbol
{
    public TypeSymbol Element => element;

    public override string Name => element.Name + "[]";

    public override bool Equals(object? obj) => obj is ListType other && other.Element.Equals(Element);

    public override int GetHashCode() => Element.GetHashCode() ^ 2;
}

// example: map<string>
internal sealed class MapType(TypeSymbol element) : TypeSymbol
{
    public TypeSymbol Element => element;

    public override string Name => $"map<{element.Name}>";

    public override bool Equals(object? obj) => obj is MapType other && other.Element.Equals(Element);

    public override int GetHashCode() => Element.GetHashCode() ^ 3;
}

/// <summary>What `event` is where several events lead: only the members that all of them share.</summary>
internal sealed class EventUnionType(ImmutableArray<EventSymbol> events) : TypeSymbol
{
    public ImmutableArray<EventSymbol> Events => events;

    public override string Name => string.Join(" or ", events.Select(@event => @event.Name));

    public override bool Equals(object? obj) => obj is EventUnionType other && other.Events.SequenceEqual(Events);

    public override int GetHashCode() => Events.Length;
}
