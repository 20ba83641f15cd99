namespace HerogiDsl.Templates.Json;

/// <summary>What may come next in a JSON text.</summary>
internal enum JsonMode : byte
{
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    After,
    String,
    Escape,
    Unicode,
    Literal,
    Minus,
    Zero,
    Digits,
    Dot,
    Fraction,
    Exponent,
    ExponentSign,
    ExponentDigits,

    /// <summary>Text that nobody can foresee has been written: anything may be right.</summary>
    Anything,
}

/// <summary>A place in a JSON text: a pushdown automaton's state.</summary>
/// <param name="Mode">What may come next.</param>
/// <param name="Stack">The containers around it.</param>
/// <param name="Detail">How far a <c>\u</c> or a word (<c>true</c> …) has been read.</param>
/// <param name="InKey">Whether the string being read is a member's name.</param>
internal readonly record struct JsonState(JsonMode Mode, JsonStack? Stack, byte Detail, bool InKey)
{
    public static readonly JsonState Start = new(JsonMode.Value, null, 0, false);

    public static readonly JsonState Anything = new(JsonMode.Anything, null, 0, false);

    /// <summary>Whether the place is inside a string literal, where text may be put.</summary>
    public bool InString => Mode == JsonMode.String;

    /// <summary>Whether a whole value, or a member's name, may be put here.</summary>
    public bool TakesValue =>
        Mode is JsonMode.Value or JsonMode.ValueOrEnd or JsonMode.Key or JsonMode.KeyOrEnd;

    /// <summary>Whether the text may end here.</summary>
    public bool IsComplete => Mode switch
    {
        JsonMode.Anything => true,
        JsonMode.After or JsonMode.Zero or JsonMode.Digits or JsonMode.Fraction or JsonMode.ExponentDigits =>
            Stack is null,
        _ => false,
    };

    /// <summary>The place behind a whole value, or behind a member's name, that is put here.</summary>
    public JsonState AfterValue() =>
        Mode is JsonMode.Key or JsonMode.KeyOrEnd ? To(JsonMode.Colon) : To(JsonMode.After);

    public JsonState To(JsonMode mode, byte detail = 0) => new(mode, Stack, detail, false);

    public JsonState InTheString(JsonMode mode, bool key, byte detail = 0) => new(mode, Stack, detail, key);

    // Written out: what the compiler writes asks a comparer of each part's type, and states are compared a lot.
    public bool Equals(JsonState other) =>
        Mode == other.Mode && Detail == other.Detail && InKey == other.InKey
        && (ReferenceEquals(Stack, other.Stack) || (Stack is not null && Stack.Equals(other.Stack)));

    public override int GetHashCode() => unchecked(
        ((((Stack?.GetHashCode() ?? 0) * 31) + (int)Mode) * 31 + Detail) * 2 + (InKey ? 1 : 0));
}
