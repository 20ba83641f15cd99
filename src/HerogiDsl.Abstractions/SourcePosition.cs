namespace HerogiDsl;

/// <summary>A place in a <c>.herogi</c> or template file.</summary>
/// <param name="File">The path, relative to the project.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>As the compiler writes it: <c>flows/crm.herogi(12,3)</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}
