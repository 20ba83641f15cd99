using HerogiDsl.Generator.Tests.Support;

namespace HerogiDsl.Generator.Tests;

/// <summary>The example of the language's description, generated, built and run.</summary>
public sealed class CrmExampleTests
{
    private const string Register = """{ "email": "ada@acme.io", "companyName": "Acme", "contactName": "Ada" }""";

    [Fact]
    public void ItCompilesWithoutADiagnostic()
    {
        var project = TestProject.Crm();

        Assert.Empty(project.Run().Diagnostics.Select(TestProject.Show));
        Assert.Empty(project.CSharpDiagnostics().Select(TestProject.Show));
    }

    [Theory]
    [InlineData("Acme.Onboarding.CrmOnboarding")]
    [InlineData("Acme.Onboarding.Register")]
    [InlineData("Acme.Onboarding.FoundCompanies")]
    [InlineData("Acme.Onboarding.Saved")]
    [InlineData("Acme.Onboarding.Associated")]
    [InlineData("HerogiDsl.Scenarios")]
    public void ItsCodeIsAsVerified(string name) =>
        Snapshot.Verify(TestProject.Crm().Generated(name + ".g.cs"), name);

    [Fact]
    public void NoGeneratedLineIsTooLong()
    {
        var lines = TestProject.Crm().Run().GeneratedSources
            .SelectMany(source => source.SourceText.ToString().Split('\n'));

        Assert.DoesNotContain(lines, line => line.Length > 160);
    }

    [Fact]
    public void ACustomerIsBroughtIntoTheCrm()
    {
        var crm = new Stepper(TestProject.Crm().LoadModule(), "CrmOnboarding");

        Assert.Equal(StepOutcome.Moved, crm.Send("Register", Register));
        Assert.Equal("CompanyRegister", crm.StateName);
        Assert.Equal(
            """{"customer":{"email":"ada@acme.io","companyName":"Acme","contactName":"Ada"},"searches":0}""",
            crm.StateJson);
        var call = Assert.IsType<HttpCall>(Assert.Single(crm.Effects));
        Assert.Equal(("HubSpot", "POST", "/crm/objects/2026-03/companies"), (call.Connection, call.Method, call.Path));
        Assert.Equal(("application/json", "Saved", "addNewCompany"), (call.ContentType, call.Returns, call.Label));
        Assert.False(call.IsIdempotent);
        Assert.Equal("{\n  \"properties\": {\n    \"name\": \"Acme\"\n  }\n}", call.Body);
        Assert.Equal(new StartedTimer(0, TimeSpan.FromHours(1)), Assert.Single(crm.Context.Timers));

        Assert.Equal(StepOutcome.Moved, crm.Answer("Saved", 201, """{"id":"c1"}"""));
        Assert.Equal("CustomerRegister", crm.StateName);
        Assert.Contains("\"companyId\":\"c1\"", crm.StateJson, StringComparison.Ordinal);

        Assert.Equal(StepOutcome.Moved, crm.Answer("Saved", 409, "contact exists. Existing ID: 77"));
        Assert.Equal("AddExistingContactToCompany", crm.StateName);
        Assert.Contains("\"contactId\":\"77\"", crm.StateJson, StringComparison.Ordinal);

        Assert.Equal(StepOutcome.Moved, crm.Answer("Associated", 200));
        Assert.Equal("Onboarded", crm.StateName);
        Assert.Empty(crm.Effects);
        Assert.Equal(StepOutcome.Ended, crm.Send("CustomerDeleted"));
        Assert.Null(crm.State);
    }

    [Fact]
    public void AnAnswerThatIsNotOkStays()
    {
        var crm = Registered();

        Assert.Equal(StepOutcome.Stayed, crm.Answer("Saved", 400));
        Assert.Equal("CompanyRegister", crm.StateName);
        Assert.Empty(crm.Context.Timers);
    }

    [Fact]
    public void ABodyThatIsNoneOfItsTypeIsNotOk()
    {
        var crm = Registered();

        Assert.Equal(StepOutcome.Stayed, crm.Answer("Saved", 200, """{"name":"without an id"}"""));
    }

    [Fact]
    public void AnUnknownOutcomeAndATimerLookForTheCompany()
    {
        var unknown = Registered();
        unknown.Answer("Saved", 0, unknown: true);
        var timer = Registered();
        timer.Timer(0);

        Assert.Equal("FindCompany", unknown.StateName);
        Assert.Equal("FindCompany", timer.StateName);
        Assert.Contains("\"searches\":1", timer.StateJson, StringComparison.Ordinal);
        Assert.Equal("""["searches",1]""", System.Text.Encoding.UTF8.GetString(timer.Context.TakeSets()!.Value.Span));
    }

    [Fact]
    public void AnUpdateWaitsUntilTheCustomerIsOnboarded()
    {
        var crm = Registered();

        Assert.Equal(StepOutcome.Deferred, crm.Send("CustomerUpdated", """{"companyName":"New"}"""));
        Assert.Equal("CompanyRegister", crm.StateName);
    }

    [Fact]
    public void AnEventThatNobodyTakesIsIgnored()
    {
        var crm = new Stepper(TestProject.Crm().LoadModule(), "CrmOnboarding");

        Assert.Equal(StepOutcome.Ignored, crm.Send("CustomerDeleted"));
        Assert.Null(crm.State);
    }

    [Fact]
    public void A409WithoutAnIdFaults()
    {
        var crm = Registered();
        crm.Answer("Saved", 201, """{"id":"c1"}""");

        var fault = Assert.Throws<ScenarioFaultException>(() => crm.Answer("Saved", 409, "no id"));
        Assert.Equal("the 409 names no contact", fault.Message);
        Assert.Equal("crm.herogi", crm.Context.Position.File);
    }

    [Fact]
    public void AStateIsReadAsItWasWritten()
    {
        var crm = Registered();
        using var json = System.Text.Json.JsonDocument.Parse(crm.StateJson);

        Assert.Equal(crm.State, crm.Scenario.ReadState("CompanyRegister", json.RootElement));
        var exception = Assert.Throws<IncompatibleStateException>(() => crm.Scenario.ReadState("Gone", json.RootElement));
        Assert.Equal("the scenario 'CrmOnboarding' of this build has no state 'Gone'", exception.Message);
        Assert.Throws<IncompatibleStateException>(() => crm.Scenario.ReadState("CustomerRegister", json.RootElement));
    }

    [Fact]
    public void TheGraphShowsEveryTransition()
    {
        var graph = TestProject.Crm().LoadModule().Scenarios.Single().Graph;

        Assert.Equal("start", graph.States[0].Name);
        Assert.Contains(graph.Transitions, transition =>
            transition is { From: "CompanyRegister", To: "CustomerRegister", Trigger: "on Saved", Guard: "event.ok" });
        Assert.Equal(7, graph.Transitions.Count(transition => transition.To == "Gone"));
        Assert.Contains("addNewCompany: http post HubSpot \"/crm/objects/2026-03/companies\" returns Saved", graph.States[1].Actions);
    }

    private static Stepper Registered()
    {
        var crm = new Stepper(TestProject.Crm().LoadModule(), "CrmOnboarding");
        crm.Send("Register", Register);
        return crm;
    }
}
