using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using MimeKit;

namespace HerogiDsl.Runtime.Tests.Dispatch;

public sealed class EmailTests
{
    private static readonly EmailMessage Welcome = new("Post", "Shop <shop@acme.io>", "ada@acme.io, Bob <bob@acme.io>", "Wïllkommen")
    {
        Text = "Hello ünïcode",
        Html = "<p>Hello</p>",
        ReplyTo = "help@acme.io",
        Returns = "Mailed",
    };

    [Fact]
    public async Task APickupFolderGetsOneFileWithBothBodies()
    {
        using var folder = new TestFolder();
        var mails = Path.Combine(folder.Path, "mails");
        var caller = new CallerScenario(Welcome);
        await using var host = await TestHost.StartAsync(caller.Setup(folder, Connections.Mail("pickup:" + mails)));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.MailAnswerAsync();

        Assert.Equal(new SmtpAnswer(250, false, null), answer);
        using var message = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(mails)));
        Assert.Equal(("Wïllkommen", "Hello ünïcode", "<p>Hello</p>"), (message.Subject, message.TextBody!.Trim(), message.HtmlBody!.Trim()));
        Assert.Equal(["ada@acme.io", "bob@acme.io"], message.To.Mailboxes.Select(box => box.Address));
        Assert.Equal("multipart/alternative", message.Body!.ContentType.MimeType);
        Assert.Equal(1, (await host.Monitor.GetOverviewAsync()).Totals.Mails);
    }

    [Fact]
    public async Task AMailWrittenAgainAfterACrashTakesThePlaceOfTheFirst()
    {
        using var folder = new TestFolder();
        var mails = Path.Combine(folder.Path, "mails");
        var caller = new CallerScenario(Welcome);
        var setup = caller.Setup(folder, Connections.Mail("pickup:" + mails));
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await caller.MailAnswerAsync();
        }

        // As if the answer had not been safe when the process died: the row stands again.
        var name = Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(mails)));
        var id = long.Parse(name.Split('-')[^1], null);
        var rendered = Outbox.MailJson.Write(Welcome);
        await using (var host = await TestHost.StartAsync(setup with { Connections = [Connections.Mail("smtp://127.0.0.1:9")] }))
        {
            await host.Parts.Commits.RunAsync(new Runtime.Storage.DelegateWork(_ => { }));
            host.Crash();
        }

        using (var database = HerogiDsl.Storage.Sqlite.SqliteDatabase.Open(folder.Database, readOnly: false))
        {
            database.Prepare(
                """
                INSERT INTO outbox (id, scenario, session_id, visit, kind, connection, request, repeatable, begun, tries, due_at, asked_at)
                VALUES (?1, 'Caller', 's', 1, 'email', 'Post', ?2, 0, 0, 0, 0, 0)
                """).Bind(1, id).BindJson(2, rendered).Run();
        }

        await using var again = await TestHost.StartAsync(setup);
        await Eventually.HoldsAsync(async () => (await again.Monitor.GetOverviewAsync()).Totals.Mails == 2, "it is written again");
        Assert.Single(Directory.GetFiles(mails));
    }

    [Theory]
    [InlineData("nobody", "shop@acme.io")]
    [InlineData("ada@acme.io", "not an address")]
    [InlineData("", "shop@acme.io")]
    public async Task AnAddressThatIsNoneIsTheAnswer(string to, string from)
    {
        using var folder = new TestFolder();
        await using var server = StubMailServer.Start(MailVerdict.Accept);
        var caller = new CallerScenario(Welcome with { To = to, From = from });
        await using var host = await TestHost.StartAsync(caller.Setup(folder, Connections.Mail(server.Url)));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.MailAnswerAsync();

        Assert.Equal((0, false), (answer.StatusCode, answer.Unknown));
        Assert.Contains("no list of mail addresses", answer.Error);
        Assert.Equal(0, server.Visits);
    }

    [Theory]
    [InlineData(MailVerdict.Accept, 250, false, 1, 1)]
    [InlineData(MailVerdict.TryLater, 250, false, 2, 2)]
    [InlineData(MailVerdict.Refuse, 550, false, 1, 1)]
    [InlineData(MailVerdict.RefuseAddressee, 550, false, 1, 0)]
    [InlineData(MailVerdict.HangUpAfterData, 0, true, 1, 1)]
    [InlineData(MailVerdict.HangUpAtOnce, 250, false, 2, 1)]
    internal async Task AMailThatMayHaveBeenTakenIsNotSentAgain(
        MailVerdict first, int status, bool isUnknown, int visits, int mails)
    {
        using var folder = new TestFolder();
        await using var server = StubMailServer.Start(first, MailVerdict.Accept);
        var caller = new CallerScenario(Welcome);
        var connection = Connections.Mail(server.Url, RetryDefinition.Default);
        await using var host = await TestHost.StartAsync(caller.Setup(folder, connection));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.MailAnswerAsync();

        Assert.Equal((status, isUnknown), (answer.StatusCode, answer.Unknown));
        Assert.Equal((visits, mails), (server.Visits, server.Mails.Count));
        var ids = server.Mails.SelectMany(mail => mail.Split('\n'))
            .Where(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(mails, ids.Count);
        Assert.True(ids.Distinct().Count() <= 1);
    }

    [Fact]
    public async Task WithoutAServerAMailIsTriedAgainAndIsNotUnknown()
    {
        using var folder = new TestFolder();
        var caller = new CallerScenario(Welcome);
        await using var host = await TestHost.StartAsync(caller.Setup(folder, Connections.Mail("smtp://127.0.0.1:9")));
        await host.Herogi.SendAsync("s", new Said("Go"));
        var answer = await caller.MailAnswerAsync();

        Assert.Equal((0, false), (answer.StatusCode, answer.Unknown));
        Assert.NotNull(answer.Error);
        Assert.Equal(new HerogiTotals(0, 3, 0, 1, 0), (await host.Monitor.GetOverviewAsync()).Totals);
    }
}
