using HubSpotStandIn.Errors;

namespace HubSpotStandIn.Hosting;

// Without a token of its own the stand-in takes any, but one must be there, as with HubSpot.
internal sealed class TokenGate(string? token)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length == Scheme.Length)
        {
            return RefuseAsync(context, "Authentication credentials not found. "
                + "This API expects a token in the Authorization header, as in 'Bearer <token>'");
        }
        return token is null || header[Scheme.Length..].Trim() == token
            ? next(context)
            : RefuseAsync(context, "Authentication credentials are invalid or have expired");
    }

    private static Task RefuseAsync(HttpContext context, string message)
    {
        var failure = Failures.NotAuthenticated(message);
        return Answer.WriteAsync(context, failure.Status, failure.ToJson());
    }
}
