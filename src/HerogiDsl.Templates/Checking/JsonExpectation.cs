using HerogiDsl.Templates.Json;

namespace HerogiDsl.Templates.Checking;

/// <summary>Says what JSON wants at a place.</summary>
internal static class JsonExpectation
{
    public static string Of(JsonState state) => state.Mode switch
    {
        JsonMode.Value => "a value",
        JsonMode.ValueOrEnd => "a value or ']'",
        JsonMode.Key => "a member's name in double quotes",
        JsonMode.KeyOrEnd => "a member's name in double quotes or '}'",
        JsonMode.Colon => "':'",
        JsonMode.String => "the rest of the string and its '\"'",
        JsonMode.Escape => "an escape such as '\\n' or '\\\"'",
        JsonMode.Unicode => "four hexadecimal digits",
        JsonMode.Literal => "the rest of 'true', 'false' or 'null'",
        JsonMode.Minus or JsonMode.Dot or JsonMode.Exponent or JsonMode.ExponentSign => "a digit",
        _ => state.Stack switch
        {
            null => "the end of the text",
            { IsObject: true } => "',' or '}'",
            _ => "',' or ']'",
        },
    };
}
