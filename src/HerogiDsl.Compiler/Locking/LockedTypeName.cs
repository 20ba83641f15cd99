namespace HerogiDsl.Compiler.Locking;

/// <summary>A type as the lock writes it: with full names, and without blanks.</summary>
internal abstract record LockedTypeName
{
    /// <summary>As it stands in the file.</summary>
    public abstract string Text { get; }

    public bool IsNullable => this is LockedNullable;

    /// <summary>The type without its `?`.</summary>
    public LockedTypeName Underlying => this is LockedNullable nullable ? nullable.Inner : this;

    /// <summary>Reads one; null where it is none.</summary>
    public static LockedTypeName? Parse(string text)
    {
        if (text.EndsWith("?", StringComparison.Ordinal))
            return Parse(text.Substring(0, text.Length - 1)) is { IsNullable: false } inner ? new LockedNullable(inner) : null;
        if (text.EndsWith("[]", StringComparison.Ordinal))
            return Parse(text.Substring(0, text.Length - 2)) is { } element ? new LockedList(element) : null;
        const string map = "map<";
        if (text.StartsWith(map, StringComparison.Ordinal) && text.EndsWith(">", StringComparison.Ordinal))
            return Parse(text.Substring(map.Length, text.Length - map.Length - 1)) is { } value ? new LockedMap(value) : null;
        return text.Length > 0 && text.All(character => char.IsLetterOrDigit(character) || character is '_' or '.')
            ? new LockedNamed(text)
            : null;
    }

    /// <summary>The names of the types in it.</summary>
    public IEnumerable<string> Names() => this switch
    {
        LockedNullable nullable => nullable.Inner.Names(),
        LockedList list => list.Element.Names(),
        LockedMap map => map.Element.Names(),
        LockedNamed named => [named.Name],
        _ => [],
    };
}

// example: string, Acme.Onboarding.Register
internal sealed record LockedNamed(string Name) : LockedTypeName
{
    public override string Text => Name;
}

// example: string?
internal sealed record LockedNullable(LockedTypeName Inner) : LockedTypeName
{
    public override string Text => Inner.Text + "?";
}

// example: string[]
internal sealed record LockedList(LockedTypeName Element) : LockedTypeName
{
    public override string Text => Element.Text + "[]";
}

// example: map<string>
internal sealed record LockedMap(LockedTypeName Element) : LockedTypeName
{
    public override string Text => $"map<{Element.Text}>";
}
