using System.Diagnostics;
using HerogiDsl.Runtime.Tests.Dispatch;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Telemetry;

/// <summary>One trace from an event through its steps to its calls, and on.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task OneTraceLeadsFromTheEventThroughItsStepsAndCalls()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(200);
        var caller = new CallerScenario(Steps.Call("GET", "/"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));
        using var spans = new Spans();

        await host.Herogi.SendAsync("s", new Said("Go"), new SendOptions { EventId = "go-1" });
        await Eventually.IsInAsync(host, "s", "Answered");
        await Eventually.HoldsAsync(() => spans.Ended.Count == 4, "all has ended");

        var (send, step, call, answer) =
            (spans.Only("send Go"), spans.Only("process Go"), spans.Only("http Api"), spans.Only("process Answer"));
        Assert.Equal(
            [spans.Root.SpanId, send.SpanId, step.SpanId, call.SpanId],
            new[] { send, step, call, answer }.Select(span => span.ParentSpanId));
        Assert.Equal(
            [ActivityKind.Producer, ActivityKind.Consumer, ActivityKind.Client, ActivityKind.Consumer],
            new[] { send, step, call, answer }.Select(span => span.Kind));
        Assert.Equal($"00-{spans.Root.TraceId}-{call.SpanId}-01", Assert.Single(server.Requests).Headers["traceparent"]);
    }

    [Fact]
    public async Task ActivitiesSayWhatOpenTelemetryNames()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(503, 200);
        var caller = new CallerScenario(Steps.Call("GET", "/secret-path"));
        await using var host = await TestHost.StartAsync(caller.Setup(folder, server.Connection()));
        using var spans = new Spans();
        await host.Herogi.SendAsync("s", new Said("Go"), new SendOptions { EventId = "go-1" });
        await Eventually.IsInAsync(host, "s", "Answered");
        await Eventually.HoldsAsync(() => spans.Ended.Count == 5, "all has ended");

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["messaging.system"] = "herogi",
                ["messaging.operation.name"] = "send",
                ["messaging.operation.type"] = "send",
                ["messaging.destination.name"] = "Go",
                ["messaging.message.conversation_id"] = "s",
                ["messaging.message.id"] = "go-1",
            },
            spans.Only("send Go").TagObjects.ToDictionary());
        var step = spans.Only("process Go");
        Assert.Equal(("Caller", "moved"), (step.GetTagItem("herogi.scenario"), step.GetTagItem("herogi.outcome")));
        var calls = spans.Ended.Where(span => span.DisplayName == "http Api").ToArray();
        Assert.Equal([503, 200], calls.Select(call => call.GetTagItem("http.response.status_code")));
        Assert.Equal(["503", null], calls.Select(call => call.GetTagItem("error.type")));
        Assert.Equal([null, 1], calls.Select(call => call.GetTagItem("http.request.resend_count")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], calls.Select(call => call.Status));
        Assert.All(calls, call => Assert.Equal("GET", call.GetTagItem("http.request.method")));
        Assert.All(calls, call => Assert.Equal("127.0.0.1", call.GetTagItem("server.address")));
        Assert.DoesNotContain(
            spans.Ended.SelectMany(span => span.TagObjects), tag => $"{tag.Value}".Contains("secret-path", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATraceSurvivesARestart(bool isTraced)
    {
        using var folder = new TestFolder();
        using var gate = new ManualResetEventSlim(false);
        await using var server = await StubServer.StartAsync(200);
        var isStuck = true;
        var scenario = new ScriptedScenario("Caller", ["Go"], (_, trigger, context) =>
        {
            if (isStuck)
                throw new ScenarioFaultException("not yet");
            if (trigger.Event is Said)
                context.Add(Steps.Call("GET", "/"));
            return context.Move(trigger.Event is Said ? "Asking" : "Answered");
        });
        var setup = new TestSetup(folder.Database) { Scenarios = [scenario], Connections = [server.Connection()] };
        using var sender = new Activity("sender").SetIdFormat(ActivityIdFormat.W3C);
        sender.TraceStateString = "vendor=1";
        var first = await TestHost.StartAsync(setup);
        if (isTraced)
            sender.Start();
        await first.Herogi.SendAsync("s", new Said("Go"));
        sender.Stop();
        await Eventually.HasOutcomeAsync(first, "s", "faulted");
        first.Crash();

        isStuck = false;
        await using var again = await TestHost.StartAsync(setup);
        await again.Monitor.RetryAsync("s", "Caller");
        await Eventually.IsInAsync(again, "s", "Answered");

        var headers = Assert.Single(server.Requests).Headers;
        Assert.Equal(isTraced ? sender.Id : null, headers.GetValueOrDefault("traceparent"));
        Assert.Equal(isTraced ? "vendor=1" : null, headers.GetValueOrDefault("tracestate"));
    }

    [Fact]
    public async Task WhatAStepSendsBelongsToItsTraceAndWhatATimerBeginsDoesNot()
    {
        using var folder = new TestFolder();
        var first = new ScriptedScenario("First", ["Go"], (state, trigger, context) =>
        {
            if (trigger.Event is null)
                return context.Move("Rung");
            context.Add(new SendEvent(new Said("Next"), null, null));
            context.EnterState("Here");
            context.StartTimer(0, TimeSpan.FromMilliseconds(1));
            return StepResult.Moved(new ScriptedState("Here"), 0);
        });
        var second = new ScriptedScenario("Second", ["Next"], (_, _, context) => context.Move("There"));
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [first, second] });
        using var spans = new Spans();

        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HoldsAsync(() => spans.Ended.Any(span => span.DisplayName == "process Next"), "it is sent on");
        await Eventually.IsInAsync(host, "s", "Rung");

        Assert.Equal(spans.Only("process Go").SpanId, spans.Only("process Next").ParentSpanId);
        Assert.DoesNotContain(spans.Ended, span => span.DisplayName == "process timer");
    }

    [Fact]
    public async Task AStepThatFaultsIsAnError()
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("One", ["Go"], (_, _, _) => throw new ScenarioFaultException("it is stuck"));
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] });
        using var spans = new Spans();
        await host.Herogi.SendAsync("s", new Said("Go"));
        await Eventually.HasOutcomeAsync(host, "s", "faulted");

        Assert.Equal(ActivityStatusCode.Error, spans.Only("process Go").Status);
        Assert.Equal("faulted", spans.Only("process Go").GetTagItem("error.type"));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Herogi.SendAsync("", new Said("Go")));
        Assert.Contains(spans.Ended, span => span is { DisplayName: "send Go", Status: ActivityStatusCode.Error });
    }
}
