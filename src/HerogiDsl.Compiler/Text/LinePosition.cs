namespace HerogiDsl.Compiler.Text;

/// <summary>A place in a text, counted from 0; a column counts UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column);
