namespace HerogiDsl.Compiler.Lowering.Model;

/// <summary>A field of a record, an event or a state.</summary>
/// <param name="Name">The C# property.</param>
/// <param name="SourceName">Its name in the `.herogi` file.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Read">The expression that reads it from `fields`.</param>
/// <param name="Write">The expression that writes its value to `writer`.</param>
/// <param name="TemplateValue">What templates see.</param>
/// <param name="Default">The C# default; null without one.</param>
/// <param name="IsInit">Whether it is no parameter of the constructor, but has an initializer.</param>
internal sealed record FieldModel(
    string Name,
    string SourceName,
    string JsonName,
    string Type,
    string Read,
    string Write,
    string TemplateValue,
    string? Default,
    bool IsInit,
    EquatableArray<string> Documentation);

/// <summary>A record or an ordinary event.</summary>
/// <param name="Owner">What it is, for messages: event 'Purchase'.</param>
internal sealed record RecordModel(
    string HintName,
    string Namespace,
    string Name,
    string Owner,
    bool IsEvent,
    EquatableArray<FieldModel> Fields,
    EquatableArray<string> Documentation) : FileModel(HintName, Namespace);

/// <summary>An answer.</summary>
/// <param name="BodyType">The C# type of the body; null for mail.</param>
/// <param name="BodyReader">Reads the body as the type after `as`; null without one.</param>
internal sealed record AnswerModel(
    string HintName,
    string Namespace,
    string Name,
    bool IsHttp,
    string? BodyType,
    string? BodyReader,
    bool IsBodyValueType,
    string BodyTemplateValue,
    EquatableArray<string> Documentation) : FileModel(HintName, Namespace);

/// <summary>An enum.</summary>
/// <param name="JsonName">The class that reads and writes it.</param>
internal sealed record EnumModel(
    string HintName,
    string Namespace,
    string Name,
    string JsonName,
    EquatableArray<EnumValueModel> Values,
    EquatableArray<string> Documentation) : FileModel(HintName, Namespace);

/// <summary>A value of an enum.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="SourceName">Its name in the `.herogi` file, and in JSON.</param>
internal sealed record EnumValueModel(string Name, string SourceName, EquatableArray<string> Documentation);
