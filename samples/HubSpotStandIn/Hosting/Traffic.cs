namespace HubSpotStandIn.Hosting;

internal sealed class Traffic
{
    private int requests;
    private int conflicts;

    public int Requests => Volatile.Read(ref requests);

    public int Conflicts => Volatile.Read(ref conflicts);

    public void CountRequest() => Interlocked.Increment(ref requests);

    public void CountConflict() => Interlocked.Increment(ref conflicts);
}
