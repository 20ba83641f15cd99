namespace HerogiDsl.Templates;

/// <summary>A template that cannot be rendered with the values at hand.</summary>
public sealed class TemplateFaultException : Exception
{
    /// <summary>A fault at an unknown place; whoever renders the template adds the place.</summary>
    /// <param name="message">What is wrong.</param>
    public TemplateFaultException(string message)
        : base(message) => Offset = -1;

    /// <summary>A fault at a place of the template.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="offset">The offset in the template's text.</param>
    /// <param name="inner">What it came from.</param>
    public TemplateFaultException(string message, int offset, Exception? inner = null)
        : base(message, inner) => Offset = offset;

    /// <summary>A fault at an unknown place.</summary>
    public TemplateFaultException()
        : this("the template cannot be rendered")
    {
    }

    /// <summary>A fault at an unknown place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What it came from.</param>
    public TemplateFaultException(string message, Exception innerException)
        : this(message, -1, innerException)
    {
    }

    /// <summary>The offset in the template's text, or -1 where it is not known.</summary>
    public int Offset { get; }
}
