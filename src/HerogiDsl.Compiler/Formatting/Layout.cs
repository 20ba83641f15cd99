namespace HerogiDsl.Compiler.Formatting;

/// <summary>What may stand in the gaps before the tokens of a text.</summary>
internal sealed class Layout(int tokens)
{
    private readonly List<Group>?[] _groups = new List<Group>?[tokens];

    /// <summary>The gaps, by the token behind them.</summary>
    public Gap[] Gaps { get; } = new Gap[tokens];

    /// <summary>All groups, the outer before the inner ones.</summary>
    public List<Group> Groups { get; } = [];

    /// <summary>The arrows of transitions, and the tokens with which those begin.</summary>
    public List<(int Arrow, int First)> Arrows { get; } = [];

    public IReadOnlyList<Group> GroupsAt(int token) => _groups[token] ?? (IReadOnlyList<Group>)[];

    public void Add(Group group)
    {
        Groups.Add(group);
        (_groups[group.First] ??= []).Add(group);
    }
}

/// <summary>What may stand before a token.</summary>
internal struct Gap
{
    /// <summary>How many blanks, where the line goes on.</summary>
    public int Blanks { get; set; }

    /// <summary>The group with which it is broken; null where it never is.</summary>
    public Group? Group { get; set; }

    /// <summary>Whether an empty line of the author stays.</summary>
    public bool KeepsEmptyLine { get; set; }

    /// <summary>Whether it is the first within brackets.</summary>
    public bool Opens { get; set; }

    /// <summary>Whether it is the last within brackets.</summary>
    public bool Closes { get; set; }

    /// <summary>Whether an empty line is always there.</summary>
    public bool WantsEmptyLine { get; set; }

    /// <summary>Where something begins that wants air if it, or what is before it, has several lines: their tokens.</summary>
    public (int BeforeFirst, int Last)? Section { get; set; }
}
