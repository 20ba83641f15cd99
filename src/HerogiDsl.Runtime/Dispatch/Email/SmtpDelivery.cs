using HerogiDsl.Runtime.Hosting;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HerogiDsl.Runtime.Dispatch.Email;

/// <summary>Who logs in at a mail server; lives for one try.</summary>
internal sealed record SmtpLogin(string User, string Password);

/// <summary>Gives one message to a mail server, and knows how far it came.</summary>
internal sealed class SmtpDelivery(ApplicationSettings settings) : IDisposable
{
    private readonly DataWatch _watch = new();

    public async Task<CallResult> SendAsync(
        Uri server, SmtpLogin? login, MimeMessage message, Func<CancellationToken, Task> begin,
        CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(_watch);
        try
        {
            var isTls = server.Scheme == "smtps";
            var port = server.Port > 0 ? server.Port : isTls ? 465 : 25;
            await client.ConnectAsync(
                server.Host, port, isTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
                cancellationToken).ConfigureAwait(false);
            if (login is not null)
                await client.AuthenticateAsync(login.User, login.Password, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsDeliveryFailure(exception))
        {
            return Describe(exception);
        }

        await begin(cancellationToken).ConfigureAwait(false);
        try
        {
            await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsDeliveryFailure(exception))
        {
            return Describe(exception);
        }

        await SayGoodbyeAsync(client, cancellationToken).ConfigureAwait(false);
        return new CallResult { StatusCode = 250 };
    }

    /// <summary>A failure without a reply of the server.</summary>
    public CallResult Fail(CallFailure failure, string message) => new()
    {
        Failure = failure,
        MayHaveHappened = _watch.IsDataBegun,
        Error = settings.Redact(message),
    };

    public void Dispose() => _watch.Dispose();

    private CallResult Describe(Exception exception) => exception switch
    {
        SmtpCommandException refused => new CallResult
        {
            StatusCode = (int)refused.StatusCode,
            Error = settings.Redact(refused.Message),
        },
        AuthenticationException or NotSupportedException =>
            new CallResult { StatusCode = 535, Error = settings.Redact(exception.Message) },
        _ => Fail(CallFailure.Network, exception.Message),
    };

    private static bool IsDeliveryFailure(Exception exception) => exception
        is SmtpCommandException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException or IOException or System.Net.Sockets.SocketException
        or NotSupportedException;

    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ProtocolException or OperationCanceledException)
        {
            // The server has accepted the mail: how it takes leave changes nothing.
        }
    }

    /// <summary>Sees whether the text of the mail was begun: until then, nobody has it.</summary>
    private sealed class DataWatch : IProtocolLogger
    {
        public bool IsDataBegun { get; private set; }

        public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

        public void LogConnect(Uri uri)
        {
        }

        public void LogClient(byte[] buffer, int offset, int count)
        {
            var line = buffer.AsSpan(offset, count);
            IsDataBegun |= line.IndexOf("DATA\r\n"u8) >= 0 || line.StartsWith("BDAT"u8);
        }

        public void LogServer(byte[] buffer, int offset, int count)
        {
        }

        public void Dispose()
        {
        }
    }
}
