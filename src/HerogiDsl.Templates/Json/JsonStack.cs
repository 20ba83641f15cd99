namespace HerogiDsl.Templates.Json;

/// <summary>The containers around a place in a JSON text, the innermost first; equal by value.</summary>
internal sealed class JsonStack(bool isObject, JsonStack? parent) : IEquatable<JsonStack>
{
    /// <summary>Deeper than any body that means it, and no strain on the stack of whoever reads it.</summary>
    public const int MaxDepth = 256;

    private readonly int hash = unchecked(((parent?.hash ?? 17) * 31) + (isObject ? 1 : 2));

    public bool IsObject { get; } = isObject;

    public JsonStack? Parent { get; } = parent;

    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    public bool Equals(JsonStack? other)
    {
        if (other is null || other.hash != hash || other.Depth != Depth)
        {
            return false;
        }

        JsonStack? mine = this;
        JsonStack? others = other;
        while (mine is not null && others is not null && !ReferenceEquals(mine, others))
        {
            if (mine.IsObject != others.IsObject)
            {
                return false;
            }

            mine = mine.Parent;
            others = others.Parent;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as JsonStack);

    public override int GetHashCode() => hash;
}
