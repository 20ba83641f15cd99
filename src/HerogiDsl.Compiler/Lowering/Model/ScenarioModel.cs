namespace HerogiDsl.Compiler.Lowering.Model;

/// <summary>A scenario.</summary>
/// <param name="SourceName">Its name in the `.herogi` file.</param>
/// <param name="Header">The table of transitions at the top of the file.</param>
/// <param name="DefinitionName">The C# property that gives the scenario to the runtime.</param>
/// <param name="Steps">The step function; null for a scenario with errors, which has types only.</param>
internal sealed record ScenarioModel(
    string HintName,
    string Namespace,
    string Name,
    string SourceName,
    EquatableArray<string> Documentation,
    EquatableArray<string> Header,
    EquatableArray<StateModel> States,
    string DefinitionName,
    StepsModel? Steps) : FileModel(HintName, Namespace);

/// <summary>A state's record.</summary>
/// <param name="Name">The C# record.</param>
/// <param name="SourceName">Its name in the `.herogi` file.</param>
internal sealed record StateModel(
    string Name, string SourceName, EquatableArray<FieldModel> Fields, EquatableArray<string> Documentation);

/// <summary>The step function and what it needs.</summary>
internal sealed record StepsModel(
    bool IsOnce,
    string Fingerprint,
    bool TakesAnyEvent,
    EquatableArray<string> Events,
    EquatableArray<TemplateModel> Templates,
    EquatableArray<RegexModel> Regexes,
    EquatableArray<MethodModel> Methods,
    GraphModel Graph);

/// <summary>A template, as a static field.</summary>
/// <param name="Use">The name of a value of `TemplateUse`.</param>
internal sealed record TemplateModel(string Field, string Use, string Text, PositionModel Start, int Indent);

/// <summary>A regular expression, as a static field.</summary>
internal sealed record RegexModel(string Field, string Pattern);

/// <summary>A place, counted from 1.</summary>
internal sealed record PositionModel(string Path, int Line, int Column);

/// <summary>The shape of a scenario.</summary>
internal sealed record GraphModel(
    EquatableArray<GraphStateModel> States, EquatableArray<GraphTransitionModel> Transitions)
{
    /// <summary>What `anywhere` keeps for later or ignores.</summary>
    public EquatableArray<string> AnywhereDefers { get; init; }
}

/// <summary>A node of the graph; `Kind` is the name of a value of `GraphStateKind`.</summary>
internal sealed record GraphStateModel(
    string Name, string Kind, string Documentation, EquatableArray<string> Actions, PositionModel Position)
{
    /// <summary>What it keeps for later or ignores.</summary>
    public EquatableArray<string> Defers { get; init; }
}

/// <summary>An arrow of the graph.</summary>
internal sealed record GraphTransitionModel(
    string From, string To, string Trigger, string? Guard, bool IsStay, PositionModel Position)
{
    /// <summary>Whether time sets it off.</summary>
    public bool IsTimer { get; init; }

    /// <summary>Whether it stands in `anywhere`, and so is one of several with the same position.</summary>
    public bool IsAnywhere { get; init; }

    /// <summary>What its `do` does, in short.</summary>
    public EquatableArray<string> Do { get; init; }
}
