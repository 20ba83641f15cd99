namespace HerogiDsl.Compiler.Graphs.Svg;

/// <summary>How wide a text is drawn at most, without asking a font: no picture depends on the machine that made it.</summary>
internal static class TextWidth
{
    private const double Letter = 0.615;
    private const double WideLetter = 0.9;
    private const double Ideograph = 1.06;
    private const double Pictograph = 1.4;

    /// <summary>In a typewriter font.</summary>
    public static double Mono(string text, double size) => size * text.Sum(character => Width(character, Letter));

    /// <summary>In a bold sans-serif font.</summary>
    public static double Bold(string text, double size) => size * text.Sum(character => Width(
        character, character is 'm' or 'w' or '@' || char.IsUpper(character) ? WideLetter * 0.9 : Letter));

    private static double Width(char character, double letter) => character switch
    {
        // The two halves of a character beyond the basic plane.
        >= '\uD800' and <= '\uDFFF' => Pictograph / 2,
        >= '\u2600' and <= '\u27BF' => Pictograph,
        >= '\u1100' => Ideograph,
        _ => letter,
    };
}
