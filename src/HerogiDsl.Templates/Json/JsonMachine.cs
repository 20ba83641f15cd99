namespace HerogiDsl.Templates.Json;

/// <summary>Reads JSON (RFC 8259) character by character; the checks and the output both go by it.</summary>
internal static class JsonMachine
{
    private static readonly string[] Words = ["true", "false", "null"];

    /// <summary>Goes on by one character.</summary>
    /// <returns>Whether it may stand there; if not, the state is left as it was.</returns>
    public static bool TryStep(ref JsonState state, char next) => state.Mode switch
    {
        JsonMode.Anything => true,
        JsonMode.String => StepString(ref state, next),
        JsonMode.Escape => StepEscape(ref state, next),
        JsonMode.Unicode => StepUnicode(ref state, next),
        JsonMode.Literal => StepWord(ref state, next),
        JsonMode.Value => IsSpace(next) || StepValue(ref state, next),
        JsonMode.ValueOrEnd => IsSpace(next) || Close(ref state, next) || StepValue(ref state, next),
        JsonMode.Key => IsSpace(next) || StepKey(ref state, next),
        JsonMode.KeyOrEnd => IsSpace(next) || Close(ref state, next) || StepKey(ref state, next),
        JsonMode.Colon => IsSpace(next) || (next == ':' && Go(ref state, JsonMode.Value)),
        JsonMode.After => IsSpace(next) || StepAfter(ref state, next),
        _ => StepNumber(ref state, next),
    };

    private static bool IsSpace(char next) => next is ' ' or '\t' or '\n' or '\r';

    private static bool IsDigit(char next) => next is >= '0' and <= '9';

    private static bool Go(ref JsonState state, JsonMode mode, byte detail = 0)
    {
        state = state.To(mode, detail);
        return true;
    }

    private static bool StepString(ref JsonState state, char next)
    {
        if (next == '"')
        {
            return Go(ref state, state.InKey ? JsonMode.Colon : JsonMode.After);
        }

        if (next == '\\')
        {
            state = state.InTheString(JsonMode.Escape, state.InKey);
            return true;
        }

        return next >= ' ';
    }

    private static bool StepEscape(ref JsonState state, char next)
    {
        if (next == 'u')
        {
            state = state.InTheString(JsonMode.Unicode, state.InKey);
            return true;
        }

        if (next is not ('"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't'))
        {
            return false;
        }

        state = state.InTheString(JsonMode.String, state.InKey);
        return true;
    }

    private static bool StepUnicode(ref JsonState state, char next)
    {
        if (!IsDigit(next) && next is not ((>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
        {
            return false;
        }

        state = state.Detail == 3
            ? state.InTheString(JsonMode.String, state.InKey)
            : state.InTheString(JsonMode.Unicode, state.InKey, (byte)(state.Detail + 1));
        return true;
    }

    private static bool StepWord(ref JsonState state, char next)
    {
        var word = Words[state.Detail >> 4];
        var at = state.Detail & 15;
        if (word[at] != next)
        {
            return false;
        }

        return at + 1 == word.Length ? Go(ref state, JsonMode.After) : Go(ref state, JsonMode.Literal, (byte)(state.Detail + 1));
    }

    private static bool StepValue(ref JsonState state, char next) => next switch
    {
        '"' => OpenString(ref state, false),
        '{' => Open(ref state, true),
        '[' => Open(ref state, false),
        '-' => Go(ref state, JsonMode.Minus),
        '0' => Go(ref state, JsonMode.Zero),
        >= '1' and <= '9' => Go(ref state, JsonMode.Digits),
        't' => Go(ref state, JsonMode.Literal, 1),
        'f' => Go(ref state, JsonMode.Literal, (1 << 4) | 1),
        'n' => Go(ref state, JsonMode.Literal, (2 << 4) | 1),
        _ => false,
    };

    private static bool StepKey(ref JsonState state, char next) => next == '"' && OpenString(ref state, true);

    private static bool OpenString(ref JsonState state, bool key)
    {
        state = state.InTheString(JsonMode.String, key);
        return true;
    }

    private static bool Open(ref JsonState state, bool isObject)
    {
        if (state.Stack is { Depth: >= JsonStack.MaxDepth })
        {
            return false;
        }

        var stack = new JsonStack(isObject, state.Stack);
        state = new JsonState(isObject ? JsonMode.KeyOrEnd : JsonMode.ValueOrEnd, stack, 0, false);
        return true;
    }

    private static bool Close(ref JsonState state, char next)
    {
        if (state.Stack is not { } stack || next != (stack.IsObject ? '}' : ']'))
        {
            return false;
        }

        state = new JsonState(JsonMode.After, stack.Parent, 0, false);
        return true;
    }

    private static bool StepAfter(ref JsonState state, char next)
    {
        if (next == ',' && state.Stack is { } stack)
        {
            return Go(ref state, stack.IsObject ? JsonMode.Key : JsonMode.Value);
        }

        return Close(ref state, next);
    }

    private static bool StepNumber(ref JsonState state, char next)
    {
        switch (state.Mode)
        {
            case JsonMode.Minus when next == '0':
                return Go(ref state, JsonMode.Zero);
            case JsonMode.Minus:
                return IsDigit(next) && Go(ref state, JsonMode.Digits);
            case JsonMode.Dot:
                return IsDigit(next) && Go(ref state, JsonMode.Fraction);
            case JsonMode.Exponent when next is '+' or '-':
                return Go(ref state, JsonMode.ExponentSign);
            case JsonMode.Exponent or JsonMode.ExponentSign:
                return IsDigit(next) && Go(ref state, JsonMode.ExponentDigits);
            case JsonMode.Digits or JsonMode.Fraction or JsonMode.ExponentDigits when IsDigit(next):
                return true;
            case JsonMode.Zero or JsonMode.Digits when next == '.':
                return Go(ref state, JsonMode.Dot);
            case JsonMode.Zero or JsonMode.Digits or JsonMode.Fraction when next is 'e' or 'E':
                return Go(ref state, JsonMode.Exponent);
            default:
                return (IsSpace(next) && Go(ref state, JsonMode.After)) || StepAfter(ref state, next);
        }
    }
}
