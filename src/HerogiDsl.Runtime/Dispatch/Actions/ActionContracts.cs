using System.Text.Json;
using HerogiDsl.Runtime.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HerogiDsl.Runtime.Dispatch.Actions;

/// <summary>The application's implementations of the <c>extern</c> actions: each call takes one from a scope of its own.</summary>
internal sealed class ActionContracts(ScenarioCatalog catalog, EngineTasks tasks, IServiceProvider services)
{
    /// <summary>What is missing, before anything is called.</summary>
    public IReadOnlyList<string> FindProblems() =>
    [
        .. catalog.Actions.Values.GroupBy(action => action.Contract)
            .Where(actions => !IsRegistered(actions.Key))
            .Select(actions => Describe(actions.Key, [.. actions.OrderBy(action => action.Name, StringComparer.Ordinal)]))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Does an action.</summary>
    public async Task<IEvent?> CallAsync(
        ExternAction action, JsonElement arguments, ExternContext context, CancellationToken cancellationToken)
    {
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(tasks.Stays))
        {
            var target = scope.ServiceProvider.GetRequiredService(action.Contract);
            return await action.CallAsync(target, arguments, context, cancellationToken).ConfigureAwait(tasks.Stays);
        }
    }

    private bool IsRegistered(Type contract)
    {
        if (services.GetService<IServiceProviderIsService>() is { } registrations)
            return registrations.IsService(contract);
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetService(contract) is not null;
    }

    private static string Describe(Type contract, ExternAction[] actions)
    {
        var name = (contract.FullName ?? contract.Name).Replace('+', '.');
        var simple = contract.DeclaringType is { } scenario ? $"{scenario.Name}.{contract.Name}" : contract.Name;
        var names = string.Join(", ", actions.Select(action => $"'{action.Name}'"));
        var (noun, verb) = actions.Length == 1 ? ("action", "needs") : ("actions", "need");
        return $"{actions[0].Position}: nothing implements '{name}', which the extern {noun} {names} {verb}: "
            + $"write a class that does, and register it with 'builder.Services.AddScoped<{simple}, YourClass>()'";
    }
}
