namespace HerogiDsl;

/// <summary>A stored state that this build cannot read: the instance is left untouched and marked incompatible.</summary>
public sealed class IncompatibleStateException(string reason, Exception? innerException = null)
    : Exception(reason, innerException);
