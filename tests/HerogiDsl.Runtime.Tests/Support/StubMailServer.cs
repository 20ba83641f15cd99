using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>What a mail server does when the text of a mail is there.</summary>
internal enum MailVerdict
{
    Accept,
    TryLater,
    Refuse,
    RefuseAddressee,
    HangUpAfterData,
    HangUpAtOnce,
}

/// <summary>A mail server on loopback that speaks as much SMTP as is needed.</summary>
internal sealed class StubMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, MailVerdict> _verdict;
    private readonly Task _loop;
    private int _visits;

    private StubMailServer(Func<int, MailVerdict> verdict)
    {
        _verdict = verdict;
        _listener.Start();
        _loop = ListenAsync();
    }

    /// <summary>The texts of the mails that were given over, accepted or not.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    public string Url => $"smtp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Visits => _visits;

    public static StubMailServer Start(params MailVerdict[] verdicts) =>
        new(number => verdicts[Math.Min(number, verdicts.Length - 1)]);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await SpeakAsync(client, _verdict(_visits++));
            }
            catch (Exception exception) when (exception is IOException)
            {
                // The other side has hung up.
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task SpeakAsync(TcpClient client, MailVerdict verdict)
    {
        if (verdict == MailVerdict.HangUpAtOnce)
            return;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 stub");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".")
                    text.Append(part).Append('\n');
                Mails.Enqueue(text.ToString());
                if (verdict == MailVerdict.HangUpAfterData)
                    return;
                await writer.WriteLineAsync(verdict switch
                {
                    MailVerdict.TryLater => "451 later",
                    MailVerdict.Refuse => "550 no",
                    _ => "250 accepted",
                });
            }
            else if (line.StartsWith("RCPT", StringComparison.Ordinal) && verdict == MailVerdict.RefuseAddressee)
            {
                await writer.WriteLineAsync("550 nobody");
            }
            else
            {
                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
            }
        }
    }
}
