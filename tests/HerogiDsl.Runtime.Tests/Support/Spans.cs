using System.Collections.Concurrent;
using System.Diagnostics;

namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>Listens to the activities of the runtime that belong to a trace of this test.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly Activity _root = new("test");

    public Spans()
    {
        _root.SetIdFormat(ActivityIdFormat.W3C).Start();
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "HerogiDsl",
            Sample = Sample,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _root.TraceId)
                    _ended.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What the test does.</summary>
    public Activity Root => _root;

    public IReadOnlyList<Activity> Ended => [.. _ended];

    public Activity Only(string name) => Assert.Single(_ended, activity => activity.DisplayName == name);

    public void Dispose()
    {
        _root.Dispose();
        _listener.Dispose();
    }

    private ActivitySamplingResult Sample(ref ActivityCreationOptions<ActivityContext> options) =>
        options.TraceId == _root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None;
}
