using System.Net;
using System.Net.Sockets;

namespace HerogiDsl.Generator.Tests.Support;

/// <summary>A web server that counts its calls, and answers them or does not.</summary>
internal sealed class WebStub : IDisposable
{
    private readonly HttpListener _listener = new();
    private int _calls;

    public WebStub()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Url = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    /// <summary>Whether calls get their answer; those that came before never do.</summary>
    public bool Answers { get; set; }

    public int Calls => Volatile.Read(ref _calls);

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                Interlocked.Increment(ref _calls);
                if (Answers)
                    context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
