namespace HerogiDsl.Runtime.Sessions;

/// <summary>Lends contexts to steps: each thread keeps the one that its last step has used.</summary>
internal static class StepContextPool
{
    [ThreadStatic]
    private static StepContext? t_spare;

    /// <summary>Begins a step; it ends when what is lent is given back, on the same thread.</summary>
    public static LentContext Begin(in StepInputs inputs)
    {
        var context = t_spare ?? new StepContext();
        t_spare = null;
        context.Begin(inputs);
        return new LentContext(context);
    }

    /// <summary>A context for the time of a step.</summary>
    internal readonly ref struct LentContext(StepContext context) : IDisposable
    {
        public StepContext Context => context;

        public void Dispose()
        {
            context.Dispose();
            t_spare = context;
        }
    }
}
