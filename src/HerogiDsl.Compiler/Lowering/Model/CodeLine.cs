namespace HerogiDsl.Compiler.Lowering.Model;

/// <summary>A line of C#.</summary>
/// <param name="Indent">How deep it stands below its method's braces.</param>
/// <param name="Text">The text, without indentation; empty for a blank line.</param>
/// <param name="Mapping">The place in the `.herogi` file that it comes from; null where nobody wrote it.</param>
internal sealed record CodeLine(int Indent, string Text, LineMapping? Mapping = null);

/// <summary>A place in a `.herogi` file, counted from 1.</summary>
/// <param name="Offset">How many characters of the line stand before what comes from there.</param>
internal sealed record LineMapping(
    string Path, int StartLine, int StartColumn, int EndLine, int EndColumn, int Offset);

/// <summary>A method of the step function.</summary>
/// <param name="Comment">What it does, as one line; empty for none.</param>
/// <param name="Signature">Everything before its braces.</param>
internal sealed record MethodModel(string Comment, string Signature, EquatableArray<CodeLine> Lines);
