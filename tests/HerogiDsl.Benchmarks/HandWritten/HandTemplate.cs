using System.Buffers;
using System.Text;
using HerogiDsl.Benchmarks.Scenarios;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <summary>The body of <c>contacts.herogi</c> as constant UTF-8 segments with escaped values, into a buffer that is used again.</summary>
internal static class HandTemplate
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(Enumerable.Range(' ', 95).Select(letter => (char)letter).Where(letter => letter is not ('"' or '\\'))));

    private static readonly byte[] Buffer = new byte[4096];

    public static ReadOnlySpan<byte> Write(Contact contact)
    {
        var length = 0;
        Append("{\n  \"properties\": {\n    \"email\": \""u8, ref length);
        Append(contact.Email, ref length);
        Append("\",\n    \"firstname\": \""u8, ref length);
        Append(contact.FirstName, ref length);
        Append("\",\n    \"company\": \""u8, ref length);
        Append(contact.Company, ref length);
        Append("\"\n  }\n}"u8, ref length);
        return Buffer.AsSpan(0, length);
    }

    private static void Append(ReadOnlySpan<byte> segment, ref int length)
    {
        segment.CopyTo(Buffer.AsSpan(length));
        length += segment.Length;
    }

    private static void Append(string value, ref int length)
    {
        var output = Buffer.AsSpan(length);
        length += value.AsSpan().IndexOfAnyExcept(Plain) < 0
            ? Encoding.UTF8.GetBytes(value, output)
            : Escape(value, output);
    }

    private static int Escape(string value, Span<byte> output)
    {
        var escaped = System.Text.Json.JsonEncodedText.Encode(
            value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        escaped.EncodedUtf8Bytes.CopyTo(output);
        return escaped.EncodedUtf8Bytes.Length;
    }
}
