using System.Collections.Concurrent;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Templates;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>Where a connection leads: rendered for each call, so that secrets are nowhere else.</summary>
internal sealed class ConnectionTargets(
    ScenarioCatalog catalog, TemplateRenderer renderer, TimeProvider time)
{
    private static readonly string[] MailSchemes = ["smtp", "smtps"];

    // Read once for as long as the settings are the same.
    private readonly ConcurrentDictionary<string, Uri> _last = new(StringComparer.Ordinal);

    /// <summary>The url of an HTTP connection.</summary>
    /// <exception cref="ScenarioFaultException">It cannot be rendered, or is no url.</exception>
    public Uri FindHttp(HttpConnectionDefinition connection)
    {
        var url = Render(connection.Url);
        if (_last.TryGetValue(connection.Name, out var last) && last.OriginalString == url)
            return last;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? _last[connection.Name] = uri
            : throw new ScenarioFaultException(
                $"the url of the connection '{connection.Name}' is no absolute http or https url: expected 'https://host…'",
                connection.Position);
    }

    /// <summary>The url of a mail connection.</summary>
    /// <exception cref="ScenarioFaultException">It cannot be rendered, or is no url.</exception>
    public MailTarget FindMail(SmtpConnectionDefinition connection)
    {
        var url = Render(connection.Url);
        if (url.StartsWith("pickup:", StringComparison.Ordinal) && url.Length > "pickup:".Length)
            return new MailTarget(url["pickup:".Length..], null);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && MailSchemes.Contains(uri.Scheme) && uri.Host.Length > 0
            ? new MailTarget(null, uri)
            : throw new ScenarioFaultException(
                $"the url of the connection '{connection.Name}' is none of mail: expected 'smtp://host', 'smtps://host' or 'pickup:folder'",
                connection.Position);
    }

    /// <summary>Renders a template of a connection.</summary>
    public string Render(TemplateDefinition template) => renderer.RenderConnection(template, time.GetUtcNow());

    /// <summary>What is wrong with the connections, before anything is called.</summary>
    public IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>();
        foreach (var connection in catalog.Connections.Values.OrderBy(connection => connection.Name, StringComparer.Ordinal))
        {
            switch (connection)
            {
                case HttpConnectionDefinition http:
                    Try(connection, () => FindHttp(http));
                    foreach (var (_, value) in http.Headers)
                        Try(connection, () => Render(value));
                    break;
                case SmtpConnectionDefinition mail:
                    Try(connection, () => FindMail(mail));
                    foreach (var template in new[] { mail.User, mail.Password }.OfType<TemplateDefinition>())
                        Try(connection, () => Render(template));
                    break;
            }
        }

        return problems;

        void Try(ConnectionDefinition connection, Func<object> resolve)
        {
            try
            {
                _ = resolve();
            }
            catch (ScenarioFaultException fault)
            {
                problems.Add($"{fault.Position ?? connection.Position}: connection '{connection.Name}': {fault.Message}");
            }
        }
    }
}

/// <summary>Where mails go: one of the two.</summary>
/// <param name="Folder">A folder, for <c>pickup:</c>.</param>
/// <param name="Server">A server.</param>
internal sealed record MailTarget(string? Folder, Uri? Server);
