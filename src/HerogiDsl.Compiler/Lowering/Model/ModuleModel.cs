namespace HerogiDsl.Compiler.Lowering.Model;

/// <summary>What a project's files declare, for `AddScenarios()`.</summary>
/// <param name="Scenarios">The C# expressions that give the scenarios.</param>
/// <param name="Events">The C# expressions that describe the events.</param>
/// <param name="ActionCalls">The classes that describe the `extern` actions.</param>
internal sealed record ModuleModel(
    string HintName,
    string Namespace,
    EquatableArray<string> Scenarios,
    EquatableArray<string> Events,
    EquatableArray<ConnectionModel> Connections,
    EquatableArray<string> ActionCalls) : FileModel(HintName, Namespace);

/// <summary>A connection.</summary>
/// <param name="Settings">C# members of its initializer, besides name, position and templates.</param>
internal sealed record ConnectionModel(
    string Name,
    bool IsSmtp,
    PositionModel Position,
    TemplateModel Url,
    TemplateModel? User,
    TemplateModel? Password,
    EquatableArray<HeaderModel> Headers,
    EquatableArray<string> Settings);

/// <summary>A header of a connection.</summary>
internal sealed record HeaderModel(string Name, TemplateModel Value);
