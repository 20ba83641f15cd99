namespace HerogiDsl.Compiler.Formatting;

/// <summary>Tokens whose gaps become line ends together, or not at all.</summary>
/// <param name="first">Its first token.</param>
/// <param name="last">Its last token.</param>
/// <param name="step">How much deeper its lines are than the one in which it begins.</param>
internal sealed class Group(int first, int last, int step, Group? parent)
{
    public int First { get; } = first;

    public int Last { get; } = last;

    public int Step { get; } = step;

    public Group? Parent { get; } = parent;

    /// <summary>Whether it may stay in one line though the braces at its end have several.</summary>
    public bool IsHeader { get; init; }

    /// <summary>Of a header: the braces at its end, which are broken before it is.</summary>
    public Group? Block { get; set; }

    /// <summary>Of a header: the token before which it is broken.</summary>
    public int Tail { get; set; } = -1;

    /// <summary>Whether something in it has several lines, whatever there is room for.</summary>
    public bool HasLines { get; set; }

    /// <summary>Whether it is broken, whatever there is room for.</summary>
    public bool IsForced { get; set; }

    /// <summary>Whether it is broken; null while nobody has decided.</summary>
    public bool? IsBroken { get; set; }

    /// <summary>How deep the line is in which it begins.</summary>
    public int Outside { get; set; }

    /// <summary>How deep its own lines are.</summary>
    public int Inside => IsBroken == true ? Outside + Step : Outside;
}
