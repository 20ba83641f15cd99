using System.Text.Json;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Testing.Harness;

/// <summary>Does an application's <c>extern</c> actions: as the test says, or by what the application has registered.</summary>
internal sealed class ScriptedActions(Scripts scripts, TimeProvider time, IServiceProvider services)
{
    /// <summary>The same module, with all its actions done here.</summary>
    public static ScenarioModule Redirect(ScenarioModule module) => module with
    {
        ExternActions =
        [
            .. module.ExternActions.Select(static action => ExternAction.Of<ScriptedActions>(
                action.Name,
                action.Position,
                (desk, arguments, context, cancellationToken) =>
                    desk.CallAsync(action, arguments, context, cancellationToken))),
        ],
    };

    private Task<IEvent?> CallAsync(
        ExternAction action, JsonElement arguments, ExternContext context, CancellationToken cancellationToken)
    {
        var call = new OutgoingAction(action.Name, arguments.GetRawText())
        {
            At = time.ReadNow(),
            Scenario = context.Scenario,
            SessionId = context.SessionId,
            Try = context.Try,
            Context = context,
        };
        scripts.ActionCalls.Add(call);
        if (scripts.Actions.TryGetValue(action.Name, out var script))
            return Task.FromResult(script(call));
        if (services.GetService(action.Contract) is { } target)
            return action.CallAsync(target, arguments, context, cancellationToken);
        var problem = new HarnessException(
            $"nothing does the extern action '{action.Name}' ({action.Position}): say AnswerAction(\"{action.Name}\", …), "
            + $"or register what implements '{action.Contract.Name}' in the options' Services");
        scripts.Report(problem);
        throw problem;
    }
}
