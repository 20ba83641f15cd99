namespace HerogiDsl;

/// <summary>JSON that is not the event it should be; the message names the field, what it holds and what was wanted.</summary>
public sealed class EventFormatException(string message, Exception? innerException = null)
    : FormatException(message, innerException);
