namespace HerogiDsl.Templates;

/// <summary>What is in scope while a template is rendered.</summary>
/// <param name="Values">How the template sees the values.</param>
/// <param name="Now">The step's time.</param>
public sealed record TemplateScope(ITemplateValues Values, DateTimeOffset Now)
{
    /// <summary>What <c>event</c> is; null where there is none.</summary>
    public object? Event { get; init; }

    /// <summary>What <c>session</c> is.</summary>
    public object? Session { get; init; }

    /// <summary>What <c>meta</c> is.</summary>
    public object? Meta { get; init; }

    /// <summary>What <c>config</c> is.</summary>
    public object? Config { get; init; }

    /// <summary>What <c>secret</c> is, in a connection.</summary>
    public object? Secret { get; init; }

    /// <summary>The action's parameters, by their bare names.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Parameters { get; init; } = [];
}
