using System.Collections.Concurrent;
using Compiled;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HerogiDsl.Runtime.Tests.Actions;

/// <summary>What the application does, as a test says, and what it was asked for.</summary>
internal sealed class ScriptedActions
{
    public ConcurrentQueue<(string Text, ExternContext Context)> Calls { get; } = new();

    public ConcurrentQueue<Guid> Scopes { get; } = new();

    public Func<string, ExternContext, CancellationToken, Task<Scored>> Score { get; set; } =
        static (_, _, _) => Task.FromResult(new Scored(1));

    public Func<string, ExternContext, CancellationToken, Task> Notify { get; set; } = static (_, _, _) => Task.CompletedTask;

    public TestSetup Setup(string database) => new(database)
    {
        Modules = [HerogiScenarios.Module],
        Register = Register,
    };

    public void Register(IServiceCollection services) => services
        .AddSingleton(this)
        .AddScoped<Scope>()
        .AddScoped<Scoring.IActions, Actions>()
        .AddScoped<ISharedActions, Actions>();

    public sealed class Scope : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public bool IsOver { get; private set; }

        public void Dispose() => IsOver = true;
    }

    public sealed class Actions(ScriptedActions script, Scope scope) : Scoring.IActions, ISharedActions
    {
        public async Task<Scored> ScoreAsync(
            string name, decimal amount, EquatableList<Detail> details, string? note, Grade grade, ExternContext context,
            CancellationToken cancellationToken)
        {
            var text = $"score {name} {amount} {details[0].Key}{details[0].Values.Count} {note ?? "null"} {grade}";
            script.Calls.Enqueue((text, context));
            script.Scopes.Enqueue(scope.Id);
            var scored = await script.Score(name, context, cancellationToken);
            Assert.False(scope.IsOver);
            return scored;
        }

        public Task NotifyAsync(string message, ExternContext context, CancellationToken cancellationToken)
        {
            script.Calls.Enqueue(($"notify {message}", context));
            return script.Notify(message, context, cancellationToken);
        }
    }
}
