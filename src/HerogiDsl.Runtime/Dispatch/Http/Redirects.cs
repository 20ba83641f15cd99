namespace HerogiDsl.Runtime.Dispatch.Http;

/// <summary>Which redirects are followed: only where the connection's credentials may go.</summary>
internal static class Redirects
{
    /// <summary>Whether a redirect leads to the connection's host, and can be followed with the same method.</summary>
    public static bool IsFollowed(string method, int status, Uri from, Uri to)
    {
        var keepsMethod = status is 307 or 308 || method is "GET" or "HEAD";
        return keepsMethod && (IsSameOrigin(from, to) || IsUpgrade(from, to));
    }

    private static bool IsSameOrigin(Uri from, Uri to) =>
        from.Scheme == to.Scheme && string.Equals(from.Host, to.Host, StringComparison.OrdinalIgnoreCase) && from.Port == to.Port;

    private static bool IsUpgrade(Uri from, Uri to) =>
        from.Scheme == "http" && to.Scheme == "https" && from.IsDefaultPort && to.IsDefaultPort
        && string.Equals(from.Host, to.Host, StringComparison.OrdinalIgnoreCase);
}
