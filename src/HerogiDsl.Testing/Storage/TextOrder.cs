namespace HerogiDsl.Testing.Storage;

/// <summary>The order of texts in a store: by code points, which is that of their UTF-8 bytes.</summary>
internal static class TextOrder
{
    public static int Compare(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] != b[i])
                return Weigh(a[i]).CompareTo(Weigh(b[i]));
        }

        return a.Length.CompareTo(b.Length);
    }

    /// <summary>Surrogates stand for what comes after all single characters.</summary>
    private static int Weigh(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
