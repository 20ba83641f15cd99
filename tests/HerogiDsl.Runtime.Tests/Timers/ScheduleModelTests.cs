using System.Globalization;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Timers;

/// <summary>Whatever is scheduled, cancelled and crashed, what comes is what a list and a clock would give.</summary>
public sealed class ScheduleModelTests
{
    private static readonly string[] Sessions = ["s0", "s1"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task WhatComesIsWhatAListWouldGive(int seed)
    {
        using var folder = new TestFolder();
        var random = new Random(seed);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var setup = new TestSetup(folder.Database) { Scenarios = [new ScriptedScenario("Plans", ["Go", "Next"], Step)], Time = time };
        var model = new Model();
        var host = await TestHost.StartAsync(setup);
        for (var i = 0; i < 40; i++)
        {
            var session = random.Next(Sessions.Length);
            var command = random.Next(8) switch
            {
                < 4 => $"schedule {random.Next(-2, 6)} {Sessions[random.Next(2)]} e{i}",
                4 => "cancel",
                5 => $"cancel;schedule {random.Next(6)} {Sessions[session]} e{i}",
                6 => $"schedule 3 {Sessions[session]} e{i};cancel;schedule 3 {Sessions[1 - session]} f{i}",
                _ => "",
            };
            if (command.Length > 0)
            {
                model.Do(command, Sessions[session], time.GetUtcNow());
                await host.Herogi.SendAsync(Sessions[session], new Said("Go", command));
                await Eventually.IsIdleAsync(host);
            }
            else
            {
                if (random.Next(3) == 0)
                {
                    host.Crash();
                    host = await TestHost.StartAsync(setup);
                }

                time.Advance(TimeSpan.FromHours(random.Next(1, 4)) + TimeSpan.FromMinutes(1));
            }

            model.Pass(time.GetUtcNow());
            await SettleAsync(host, model);
        }

        foreach (var session in Sessions)
            Assert.Equal(model.Come(session), await CameAsync(host, session));
        await host.DisposeAsync();
    }

    private static async Task SettleAsync(TestHost host, Model model)
    {
        await Eventually.HoldsAsync(
            async () => (await host.Monitor.GetOverviewAsync()).Pending.Scheduled == model.Waiting, "what is due comes");
        await Eventually.IsIdleAsync(host);
    }

    private static async Task<IReadOnlyList<string>> CameAsync(TestHost host, string session) =>
    [
        .. (await host.Monitor.GetHistoryAsync(session)).Where(step => step.Event == "Next")
            .Select(step => step.LogsJson ?? "nothing"),
    ];

    private static StepResult Step(ScriptedState? state, Trigger trigger, StepContext context)
    {
        var said = (Said)trigger.Event!;
        if (said.EventName == "Next")
            context.Log(said.Text);
        foreach (var command in said.EventName == "Next" ? [] : said.Text.Split(';'))
        {
            if (command.Split(' ') is not [_, var hours, var session, var label])
                context.Add(new CancelScheduled("Next"));
            else
                context.Add(new ScheduleEvent(new Said("Next", label), context.DueAt(context.Now + Hours(hours)), null, session));
        }

        return state is null ? context.Move("Ready") : state.Stay();
    }

    private static TimeSpan Hours(string text) => TimeSpan.FromHours(int.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>What is scheduled, as a list.</summary>
    private sealed class Model
    {
        private readonly List<(DateTimeOffset Due, string Session, string Label)> _scheduled = [];
        private readonly List<(string Session, string Label)> _came = [];

        public int Waiting => _scheduled.Count;

        public void Do(string commands, string session, DateTimeOffset now)
        {
            foreach (var command in commands.Split(';'))
            {
                if (command.Split(' ') is not [_, var hours, var target, var label])
                    _scheduled.RemoveAll(one => one.Session == session);
                else
                    _scheduled.Add((hours[0] == '-' ? now : now + Hours(hours), target, label));
            }
        }

        public void Pass(DateTimeOffset now)
        {
            foreach (var due in _scheduled.Where(one => one.Due <= now).OrderBy(one => one.Due).ToList())
            {
                _scheduled.Remove(due);
                _came.Add((due.Session, due.Label));
            }
        }

        public IEnumerable<string> Come(string session) =>
            _came.Where(one => one.Session == session).Select(one => $"[\"{one.Label}\"]");
    }
}
