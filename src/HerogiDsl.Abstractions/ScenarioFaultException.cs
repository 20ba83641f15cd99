namespace HerogiDsl;

/// <summary>A step that cannot be done: the step is rolled back and the instance is marked faulted with this reason.</summary>
public sealed class ScenarioFaultException : Exception
{
    /// <summary>A fault at the place where the step stood; the engine knows it.</summary>
    public ScenarioFaultException(string reason)
        : base(reason)
    {
    }

    /// <summary>A fault at the place where the step stood, with what caused it.</summary>
    public ScenarioFaultException(string reason, Exception innerException)
        : base(reason, innerException)
    {
    }

    /// <summary>A fault at a place of its own.</summary>
    public ScenarioFaultException(string reason, SourcePosition position, Exception? innerException = null)
        : base(reason, innerException) => Position = position;

    /// <summary>Where in the <c>.herogi</c> file; null for the place where the step stood.</summary>
    public SourcePosition? Position { get; }
}
