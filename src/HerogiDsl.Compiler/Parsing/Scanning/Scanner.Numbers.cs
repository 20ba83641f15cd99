using System.Globalization;
using HerogiDsl.Compiler.Diagnostics.Catalog;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <content>Numbers, durations and status patterns: all that begins with a digit.</content>
internal sealed partial class Scanner
{
    private const string LeastInt = "9223372036854775808";

    private void TakeNumber()
    {
        var end = EndOfDigits(_at);
        var isDecimal = end + 1 < _text.Length && _text[end] == '.' && IsDigit(_text[end + 1]);
        if (isDecimal)
            end = EndOfDigits(end + 1);
        var hasLetters = end < _text.Length && WordLength(end) > 0;
        if (hasLetters)
            end = EndOfWord(end);
        var text = _text.Substring(_at, end - _at);
        if (hasLetters)
            AddLettered(text, end, isDecimal);
        else if (isDecimal)
            AddDecimal(text, end);
        else
            AddInt(text, end);
    }

    private int EndOfDigits(int at)
    {
        while (at < _text.Length && IsDigit(_text[at]))
            at++;
        return at;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private void AddInt(string text, int end)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            Add(TokenKind.Int, end, value);
        else if (text == LeastInt)
            Add(TokenKind.Int, end, null);
        else
            AddMalformed(end, $"'{Shorten(text)}' is too large for an int", $"the largest is {long.MaxValue}");
    }

    private void AddDecimal(string text, int end)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            Add(TokenKind.Decimal, end, value);
        else
            AddMalformed(end, $"'{Shorten(text)}' is too large for a decimal", null);
    }

    private void AddLettered(string text, int end, bool isDecimal)
    {
        if (IsStatusPattern(text))
            Add(TokenKind.StatusPattern, end, text[0] - '0');
        else if (LooksLikeStatusPattern(text))
            AddMalformed(end, $"'{text}' is not a status pattern", "there are 1xx, 2xx, 3xx, 4xx and 5xx");
        else if (isDecimal)
            AddMalformed(end, $"'{Shorten(text)}' is not a number", "a duration has whole numbers, such as 1h30m");
        else if (Durations.Read(text, out var duration) is { } mistake)
            AddMalformed(end, mistake.Message, mistake.Hint);
        else
            Add(TokenKind.Duration, end, duration);
    }

    private static bool IsStatusPattern(string text) =>
        text.Length == 3 && text[0] is >= '1' and <= '5' && text[1] == 'x' && text[2] == 'x';

    private static bool LooksLikeStatusPattern(string text) =>
        text.Length == 3 && ((text[1] | 32) == 'x' || (text[2] | 32) == 'x') && text[0] is not '0';

    private void AddMalformed(int end, string message, string? hint)
    {
        session.Report(SyntaxDiagnostics.Malformed(Locate(_at, end), message, hint));
        _isTold = true;
        Add(TokenKind.Malformed, end, null);
    }

    private static string Shorten(string text) => text.Length <= 30 ? text : text.Substring(0, 30) + "…";
}
