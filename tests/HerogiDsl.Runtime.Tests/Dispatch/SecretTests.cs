using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace HerogiDsl.Runtime.Tests.Dispatch;

/// <summary>A run with everything logged and traced, searched byte by byte.</summary>
public sealed class SecretTests
{
    private const string Token = "t0ken-of-the-header";
    private const string Key = "k3y-of-the-url";
    private static readonly string[] Secrets = [Token, Key];

    [Fact]
    public async Task SecretsAreInNoFileLogOrTraceEvenWhereTheServerTellsThemBack()
    {
        using var folder = new TestFolder();
        var traces = new ConcurrentQueue<string>();
        using var listener = Listen(traces);
        await using var server = await StubServer.StartAsync(async (context, number) =>
        {
            var said = $"{context.Request.Headers.Authorization} {context.Request.Path}";
            context.Response.StatusCode = number == 0 ? 503 : 401;
            context.Response.Headers["X-Said"] = said;
            await context.Response.WriteAsync($"no access with {said}");
        });
        var answer = await CallAsync(folder, server.Url + "/{{ secret.key }}");

        Assert.All(server.Requests, request => Assert.Equal(($"Bearer {Token}", $"/{Key}/x"), (request.Headers["Authorization"], request.Path)));
        Assert.Equal("no access with Bearer *** /***/x", answer.Answer.Text);
        Assert.Equal("Bearer *** /***/x", answer.Answer.Headers["x-said"]);
        Assert.NotEmpty(traces);
        await AssertCleanAsync(folder, answer.Log, traces);
    }

    [Fact]
    public async Task SecretsAreInNoFileLogOrTraceWhereNoServerAnswers()
    {
        using var folder = new TestFolder();
        var traces = new ConcurrentQueue<string>();
        using var listener = Listen(traces);
        var answer = await CallAsync(folder, "http://127.0.0.1:9/{{ secret.key }}");

        Assert.Equal(0, answer.Answer.StatusCode);
        Assert.NotNull(answer.Answer.Error);
        await AssertCleanAsync(folder, answer.Log, traces);
    }

    private static async Task<(HttpAnswer Answer, ListLogger Log)> CallAsync(TestFolder folder, string url)
    {
        var caller = new CallerScenario(Steps.Call("GET", "/x"));
        var connection = Connections.Http(url, Connections.Quick with { Count = 1 }) with
        {
            Headers = [new("Authorization", Connections.Template(TemplateUse.Header, "Bearer {{ secret.token }}"))],
        };
        var setup = caller.Setup(folder, connection) with
        {
            Settings = new() { ["HerogiDsl:Secrets:token"] = Token, ["HerogiDsl:Secrets:key"] = Key },
        };
        var host = await TestHost.StartAsync(setup);
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.AnswerAsync();
        await Eventually.IsIdleAsync(host);
        await host.DisposeAsync();
        return (answer, host.Log);
    }

    private static ActivityListener Listen(ConcurrentQueue<string> traces)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                // The stub server of this process is the other side: what it sees is its own.
                if (activity.Source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                    return;
                var parts = activity.TagObjects.Concat(activity.Events.SelectMany(one => one.Tags)).Select(tag => $"{tag.Key}={tag.Value}");
                traces.Enqueue($"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', parts)}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static async Task AssertCleanAsync(TestFolder folder, ListLogger log, ConcurrentQueue<string> traces)
    {
        Assert.NotEmpty(log.Lines);
        foreach (var secret in Secrets)
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(traces, trace => trace.Contains(secret, StringComparison.Ordinal));
            foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            {
                var content = await File.ReadAllBytesAsync(file);
                Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{file} holds {secret}");
            }
        }
    }
}
