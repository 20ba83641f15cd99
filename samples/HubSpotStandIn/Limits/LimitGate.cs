using System.Globalization;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Faults;

namespace HubSpotStandIn.Limits;

internal sealed class LimitGate(RollingLimit limit)
{
    private int refused;

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var verdict = limit.Take();
        var headers = context.Response.Headers;
        headers["X-HubSpot-RateLimit-Daily"] = Text(limit.MostDaily);
        headers["X-HubSpot-RateLimit-Daily-Remaining"] = Text(verdict.RemainingToday);
        if (limit.Most is { } most)
        {
            headers["X-HubSpot-RateLimit-Max"] = Text(most);
            headers["X-HubSpot-RateLimit-Remaining"] = Text(verdict.Remaining ?? 0);
            headers["X-HubSpot-RateLimit-Interval-Milliseconds"] = Text((int)RollingLimit.Window.TotalMilliseconds);
        }
        if (verdict.RefusedBy is null)
        {
            return next(context);
        }
        // Callers must do without Retry-After: only every other refusal has it.
        if (Interlocked.Increment(ref refused) % 2 == 1)
        {
            headers.RetryAfter = Text((int)Math.Max(1, Math.Ceiling(verdict.Wait.TotalSeconds)));
        }
        var body = ErrorBody.RateLimit(verdict.RefusedBy, FaultAnswers.IsDated(context));
        return Answer.WriteAsync(context, StatusCodes.Status429TooManyRequests, body);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
