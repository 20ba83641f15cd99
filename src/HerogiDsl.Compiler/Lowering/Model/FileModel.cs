namespace HerogiDsl.Compiler.Lowering.Model;

/// <summary>What one generated file says: only texts, numbers and places, so that it is equal when nothing changed.</summary>
/// <param name="HintName">The file's name, unique in a project.</param>
/// <param name="Namespace">The namespace; empty for none.</param>
public abstract record FileModel(string HintName, string Namespace);
