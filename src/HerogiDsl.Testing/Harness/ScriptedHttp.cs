using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Testing.Harness;

/// <summary>Answers HTTP calls as the test says. The request is rendered as the real one is, and goes nowhere.</summary>
internal sealed class ScriptedHttp(Scripts scripts, CoverageReport coverage, ConnectionTargets targets, TimeProvider time) : ICaller
{
    public async Task<CallResult> CallAsync(
        ConnectionDefinition connection, OutboxRow row, Func<CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        OutgoingCall call;
        try
        {
            call = Describe((HttpConnectionDefinition)connection, row);
        }
        catch (ScenarioFaultException fault)
        {
            return CallResult.Impossible(fault.Message);
        }

        scripts.Calls.Add(call);
        var reply = Ask(call);
        if (reply.Failure != CallFailure.Network || reply.MayHaveHappened)
            await begin(cancellationToken).ConfigureAwait(true);
        var delay = reply.Failure == CallFailure.Timeout || reply.Delay > connection.Timeout ? connection.Timeout : reply.Delay;
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(true);
        if (reply.Delay > connection.Timeout)
            reply = HttpReply.Timeout();
        call.Reply = reply;
        var result = await reply.ToResultAsync(time.GetUtcNow(), cancellationToken).ConfigureAwait(true);
        if (RetryRules.FindNextTry(connection, row, result, time.GetUtcNow()) is null)
            coverage.Note(row, $"http {call.Method.ToLowerInvariant()} {connection.Name}", result);
        return result;
    }

    private HttpReply Ask(OutgoingCall call)
    {
        if (!scripts.Http.TryGetValue(call.Connection, out var script))
        {
            scripts.Report(new HarnessException(
                $"'{call.Method} {call.Url}' of '{call.SessionId}' in '{call.Scenario}' ({call.Position}) has no answer: "
                + $"say Answer(\"{call.Connection}\", …) before it is made"));
            return HttpReply.NoConnection();
        }

        try
        {
            return script(call) ?? throw new HarnessException(
                $"the answers of '{call.Connection}' gave null for '{call.Method} {call.Url}': expected an HttpReply");
        }
        catch (HttpRequestException)
        {
            return HttpReply.NoConnection();
        }
        catch (TimeoutException)
        {
            return HttpReply.Timeout();
        }
        catch (Exception exception)
        {
            scripts.Report(exception);
            return HttpReply.NoConnection();
        }
    }

    private OutgoingCall Describe(HttpConnectionDefinition connection, OutboxRow row)
    {
        var stored = CallJson.Read(row.Request);
        var url = new Uri(targets.FindHttp(connection).AbsoluteUri.TrimEnd('/') + stored.Path);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in connection.Headers)
            headers[name] = targets.Render(value);
        if (stored.ContentType is not null)
            headers["Content-Type"] = stored.ContentType;
        foreach (var (name, value) in stored.Headers)
            headers[name] = value;
        if (stored.Key is not null)
            headers["Idempotency-Key"] = stored.Key;
        return new OutgoingCall(connection.Name, stored.Method, url)
        {
            At = time.ReadNow(),
            Scenario = row.Scenario,
            SessionId = row.SessionId,
            Try = row.Tries + 1,
            Path = stored.Path,
            Headers = headers,
            Body = stored.Body,
            Label = row.Label,
            Position = row.Position,
        };
    }
}
