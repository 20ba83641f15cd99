using HubSpotStandIn.Hosting;

namespace HubSpotStandIn.Errors;

// The innermost gate: turns what the calls refuse, and paths that nobody answers, into HubSpot's error bodies.
internal sealed class FailureGate(Traffic traffic)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (HubSpotFailure failure)
        {
            if (failure.Status == StatusCodes.Status409Conflict)
            {
                traffic.CountConflict();
            }
            await Answer.WriteAsync(context, failure.Status, failure.ToJson());
            return;
        }
        if (context.Response is { HasStarted: false, StatusCode: 404 or 405 } response)
        {
            var known = response.StatusCode == StatusCodes.Status405MethodNotAllowed;
            var message = known
                ? $"{context.Request.Method} is not allowed on {context.Request.Path}"
                : $"No resource found at {context.Request.Path}";
            await Answer.WriteAsync(context, response.StatusCode, ErrorBody.Create(message, category: null));
        }
    }
}
