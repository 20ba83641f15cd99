namespace HerogiDsl.Runtime.Tests.Scenarios;

/// <summary>Results of steps, in the words of the language.</summary>
internal static class Steps
{
    public static StepResult Move(this StepContext context, string state, int number = 0)
    {
        context.EnterState(state);
        return StepResult.Moved(new ScriptedState(state, number), 0);
    }

    public static StepResult Stay(this ScriptedState state) => StepResult.Stayed(state, 0);

    public static HttpCall Call(string method, string path, string? returns = "Answer") => new("Api", method, path)
    {
        IsIdempotent = method is "GET" or "HEAD" or "PUT" or "DELETE",
        Returns = returns,
        ContentType = method is "POST" or "PATCH" or "PUT" ? "application/json" : null,
        Body = method is "POST" or "PATCH" or "PUT" ? """{"a":1}""" : null,
    };
}
