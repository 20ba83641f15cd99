using System.Text.Json;

namespace HerogiDsl;

/// <summary>How the runtime does an <c>extern</c> action: by a method of an interface that the application implements.</summary>
public sealed class ExternAction
{
    private readonly Func<object, JsonElement, ExternContext, CancellationToken, Task<IEvent?>> _call;

    private ExternAction(
        string name,
        Type contract,
        SourcePosition position,
        Func<object, JsonElement, ExternContext, CancellationToken, Task<IEvent?>> call)
    {
        Name = name;
        Contract = contract;
        Position = position;
        _call = call;
    }

    /// <summary>The name, unique in a project: <c>Scenario.action</c>, and outside of scenarios <c>Namespace/action</c>.</summary>
    public string Name { get; }

    /// <summary>The interface that the application implements.</summary>
    public Type Contract { get; }

    /// <summary>Where the action is declared.</summary>
    public SourcePosition Position { get; }

    /// <summary>Describes an action.</summary>
    /// <param name="name">The name.</param>
    /// <param name="position">Where the action is declared.</param>
    /// <param name="call">Reads the arguments and calls the method; gives the event of <c>returns</c>, or null.</param>
    public static ExternAction Of<TContract>(
        string name,
        SourcePosition position,
        Func<TContract, JsonElement, ExternContext, CancellationToken, Task<IEvent?>> call)
        where TContract : class =>
        new(
            name,
            typeof(TContract),
            position,
            (target, arguments, context, cancellationToken) =>
                call((TContract)target, arguments, context, cancellationToken));

    /// <summary>Does the action.</summary>
    /// <param name="target">The application's implementation of <see cref="Contract"/>.</param>
    /// <param name="arguments">The arguments as a JSON object.</param>
    /// <param name="context">For whom it is done.</param>
    /// <param name="cancellationToken">The application stops.</param>
    /// <returns>The event of <c>returns</c>; null without one.</returns>
    public Task<IEvent?> CallAsync(
        object target, JsonElement arguments, ExternContext context, CancellationToken cancellationToken) =>
        _call(target, arguments, context, cancellationToken);
}
