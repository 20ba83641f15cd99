namespace HerogiDsl.Compiler.Lowering.Model;

/// <summary>An interface by which the application does `extern` actions.</summary>
/// <param name="Name">The interface.</param>
/// <param name="CallsName">The class that calls it.</param>
/// <param name="Summary">Its documentation, as XML.</param>
internal sealed record ContractModel(
    string Name, string CallsName, string Summary, EquatableArray<ContractMethodModel> Methods);

/// <summary>The interface of the actions that stand outside of scenarios.</summary>
internal sealed record ContractFileModel(string HintName, string Namespace, ContractModel Contract)
    : FileModel(HintName, Namespace);

/// <summary>The method of an action.</summary>
/// <param name="Name">The C# method.</param>
/// <param name="Action">The name under which the runtime knows the action.</param>
/// <param name="SourceName">The name in the `.herogi` file.</param>
/// <param name="Returns">The C# type of the event it gives back; null for none.</param>
/// <param name="ContextName">The name of the parameter that holds the context.</param>
/// <param name="TokenName">The name of the parameter that holds the cancellation token.</param>
internal sealed record ContractMethodModel(
    string Name,
    string Action,
    string SourceName,
    string? Returns,
    EquatableArray<ContractParameterModel> Parameters,
    string ContextName,
    string TokenName,
    PositionModel Position,
    EquatableArray<string> Documentation);

/// <summary>A parameter of an action.</summary>
/// <param name="Name">The C# parameter.</param>
/// <param name="SourceName">Its name in the `.herogi` file.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Read">The expression that reads it from `fields`.</param>
internal sealed record ContractParameterModel(string Name, string SourceName, string Type, string Read);
