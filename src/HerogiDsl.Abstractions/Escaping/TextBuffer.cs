namespace HerogiDsl.Escaping;

/// <summary>Characters one after the other, in an array that grows and is used again.</summary>
internal sealed class TextBuffer
{
    // What is longer is rare, and its array is not kept.
    private const int LongestKept = 64 * 1024;

    private char[] _characters = new char[512];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public TextBuffer Append(char character)
    {
        if (Length == _characters.Length)
            Grow(1);
        _characters[Length++] = character;
        return this;
    }

    public TextBuffer Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - Length)
            Grow(text.Length);
        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
        return this;
    }

    public void Clear()
    {
        Length = 0;
        if (_characters.Length > LongestKept)
            _characters = new char[512];
    }

    public override string ToString() => new(_characters, 0, Length);

    private void Grow(int more) =>
        Array.Resize(ref _characters, Math.Max(checked(Length + more), _characters.Length * 2));
}
