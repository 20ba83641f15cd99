using Acme.Onboarding;
using HerogiDsl.Testing.Harness;

namespace HerogiDsl.Testing.Tests.Harness;

/// <summary>The sample's scenarios, through every state, transition and outcome.</summary>
public sealed class CrmOnboardingTests : IDisposable
{
    private static readonly HttpReply Made = HttpReply.Json(201, """{"id":"7"}""");
    private static readonly HttpReply Associated = HttpReply.Status(200);
    private static readonly HttpReply Refused = HttpReply.Status(400);
    private static readonly HttpReply Nothing = HttpReply.Json(200, """{"results":[]}""");
    private static readonly HttpReply IsThere = HttpReply.Json(409, """{"message":"Contact already exists. Existing ID: 12"}""");

    private readonly Queue<HttpReply> _answers = [];
    private readonly ScenarioHarness _harness;

    public CrmOnboardingTests()
    {
        _harness = ScenarioHarness.For(Samples.Module, static options =>
        {
            options.Config["bankUrl"] = "https://bank.invalid";
            options.Config["hubSpotUrl"] = "https://hubspot.invalid";
            options.Config["mailUrl"] = "smtp://mail.invalid";
            options.Secrets["bankToken"] = "t0ken";
            options.Secrets["hubSpotToken"] = "t0ken";
        });
        _harness.Answer("HubSpot", _ => _answers.Dequeue());
    }

    public void Dispose() => _harness.Dispose();

    [Fact]
    public void AContactThatIsThereIsAssociated()
    {
        Register("ada", Made, IsThere, Associated);

        Assert.Equal("12", _harness.State<CrmOnboarding.Onboarded>("ada").ContactId);
        Assert.Equal(
            "/crm/objects/2026-03/contacts/12/associations/default/companies/7", _harness.Calls[^1].Path);
        Assert.Equal("Welcome, Ada", Assert.Single(_harness.Mails).Message.Subject);
    }

    [Fact]
    public void EverythingOfOnboardingIsReached()
    {
        Register("straight", Made, Made, Associated);
        Update("straight", Associated);
        Update("straight", Refused);
        Delete<CrmOnboarding.Onboarded>("straight");

        Register("winding", HttpReply.Lost(), Nothing);
        Wait(2, Nothing);
        Wait(2, Nothing);
        Wait(2, Nothing, Refused);
        _harness.State<CrmOnboarding.LookLater>("winding");
        Wait(2, HttpReply.Json(200, """{"results":[{"id":"3"}]}"""), Refused);
        Wait(20, IsThere, Refused);
        Wait(20, Refused);
        Wait(20, Associated);
        Assert.Equal("3", _harness.State<CrmOnboarding.Onboarded>("winding").CompanyId);

        Register("direct", Made, IsThere, Associated);
        Register("a", Refused);
        Delete<CrmOnboarding.LookLater>("a");
        Register("b", HttpReply.Lost(), Refused);
        Delete<CrmOnboarding.LookLater>("b");
        Register("c", Made, Refused);
        Delete<CrmOnboarding.RegisterLater>("c");
        Register("d", Made, Made, Refused);
        Delete<CrmOnboarding.AddLater>("d");
        Register("waiting", Late(Made));
        Delete<CrmOnboarding.CompanyRegister>("waiting");
        Register("waiting", HttpReply.Lost(), Late(Nothing));
        Delete<CrmOnboarding.FindCompany>("waiting");
        Register("waiting", Made, Late(Made));
        Delete<CrmOnboarding.CustomerRegister>("waiting");
        Register("waiting", Made, Made, Late(Associated));
        Delete<CrmOnboarding.AddToCompany>("waiting");
        Register("waiting", Made, IsThere, Late(Associated));
        Delete<CrmOnboarding.AddExistingContactToCompany>("waiting");
        Register("f", Made, Made, Associated);
        Update("f", Late(Associated));
        Delete<CrmOnboarding.SyncCompany>("f");

        _harness.Coverage.Of<CrmOnboarding.State>().AssertComplete();
    }

    [Fact]
    public void EverythingOfTheWelcomeIsReached()
    {
        Welcome<WelcomeEmail.Welcomed>("a", MailReply.Accepted());
        Welcome<WelcomeEmail.PerhapsWelcomed>("b", MailReply.Lost());
        Welcome<WelcomeEmail.MailServerDown>("c", MailReply.Refused(550));
        Welcome<WelcomeEmail.MailServerDown>("d", MailReply.Refused(550));
        _harness.AnswerMail("Mail", _ => MailReply.Accepted());
        _harness.Send("d", new CustomerDeleted());
        _harness.Advance(TimeSpan.FromSeconds(5));
        _harness.State<WelcomeEmail.Welcomed>("c");
        Welcome<WelcomeEmail.SendWelcome>("e", MailReply.NoConnection());
        foreach (var session in (string[])["a", "b", "e"])
            _harness.Send(session, new CustomerDeleted());

        _harness.Coverage.Of<WelcomeEmail.State>().AssertComplete();
        _harness.AssertEnded("e", "WelcomeEmail", "Forgotten");
    }

    private void Register(string session, params HttpReply[] answers) => Play(
        () => _harness.Send(session, new Register("ada@acme.io", "Acme", "Ada"), Only("CrmOnboarding", "WelcomeEmail")), answers);

    private void Update(string session, HttpReply answer) =>
        Play(() => _harness.Send(session, new CustomerUpdated("Acme 2", null)), answer);

    private void Wait(int seconds, params HttpReply[] answers) =>
        Play(() => _harness.Advance(TimeSpan.FromSeconds(seconds)), answers);

    private void Delete<TState>(string session)
        where TState : class, IState
    {
        _harness.State<TState>(session);
        _harness.Send(session, new CustomerDeleted());
        _harness.AssertEnded(session, "CrmOnboarding", "Gone");
    }

    private void Welcome<TState>(string session, MailReply reply)
        where TState : class, IState
    {
        _harness.AnswerMail("Mail", _ => reply);
        _harness.Send(session, new Register("ada@acme.io", "Acme", "Ada"), Only("WelcomeEmail"));
        _harness.State<TState>(session);
    }

    private void Play(Action act, params HttpReply[] answers)
    {
        foreach (var answer in answers)
            _answers.Enqueue(answer);
        act();
        Assert.Empty(_answers);
    }

    private static HttpReply Late(HttpReply reply) => reply.After(TimeSpan.FromSeconds(5));

    private static SendOptions Only(params string[] scenarios) => new() { Scenarios = scenarios };
}
