namespace HerogiDsl.Templates.Rendering;

/// <summary>Something missing in JSON while one of its members is read.</summary>
internal sealed class Nothing
{
    public static readonly Nothing Instance = new();
}
