using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Dispatch;

/// <summary>A scenario that makes one call (or sends one mail), and keeps its answer.</summary>
internal sealed class CallerScenario
{
    private readonly List<HttpAnswer> _answers = [];
    private readonly List<SmtpAnswer> _mailAnswers = [];

    public CallerScenario(params Effect[] effects) =>
        Scenario = new ScriptedScenario("Caller", ["Go"], (state, trigger, context) =>
        {
            switch (trigger.Event)
            {
                case Answered answered:
                    lock (_answers)
                        _answers.Add(answered.Answer);
                    return context.Move("Answered", answered.Answer.StatusCode);
                case Delivered delivered:
                    lock (_answers)
                        _mailAnswers.Add(delivered.Answer);
                    return context.Move("Answered", delivered.Answer.StatusCode);
                default:
                    foreach (var effect in effects)
                        context.Add(effect);
                    return context.Move("Asking");
            }
        });

    public ScriptedScenario Scenario { get; }

    public int Count
    {
        get
        {
            lock (_answers)
                return _answers.Count + _mailAnswers.Count;
        }
    }

    public TestSetup Setup(TestFolder folder, ConnectionDefinition connection) =>
        new(folder.Database) { Scenarios = [Scenario], Connections = [connection] };

    public async Task<HttpAnswer> AnswerAsync()
    {
        await Eventually.HoldsAsync(() => Count == 1, "the answer comes");
        return _answers[0];
    }

    public async Task<SmtpAnswer> MailAnswerAsync()
    {
        await Eventually.HoldsAsync(() => Count == 1, "the answer comes");
        return _mailAnswers[0];
    }
}
