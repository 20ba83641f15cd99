namespace HubSpotStandIn.Faults;

internal sealed class FaultGate(FaultDice dice, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var (fault, coin) = dice.Throw();
        switch (fault)
        {
            case null:
                await next(context);
                break;
            case { Name: Fault.Slow }:
                await Task.Delay(fault.Delay, clock, context.RequestAborted);
                await next(context);
                break;
            case { Name: Fault.Drop }:
                context.Abort();
                break;
            case { Name: Fault.Lost }:
                await LoseAnswerAsync(context, next);
                break;
            case { Status: { } status }:
                await FaultAnswers.WriteAsync(context, status, coin);
                break;
        }
    }

    // The work is done; what it answers goes nowhere.
    private static async Task LoseAnswerAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Abort();
        }
    }
}
