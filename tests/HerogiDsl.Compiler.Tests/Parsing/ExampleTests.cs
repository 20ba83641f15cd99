using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Compiler.Tests.Parsing;

public class ExampleTests
{
    private readonly SyntaxTree _tree = Given.SoundFile(Given.Corpus("crm.herogi"));

    private ScenarioSyntax Scenario => Assert.IsType<ScenarioSyntax>(_tree.Root.Declarations[^1]);

    [Fact]
    public void EveryDeclarationIsThere()
    {
        Assert.Equal("Acme.Onboarding", _tree.Root.Namespace?.Text);
        Assert.Equal(
            ["Register", "CustomerUpdated", "CustomerDeleted", "Created", "FoundCompanies", "Saved", "Found",
             "Associated", "HubSpot", "CrmOnboarding"],
            _tree.Root.Declarations.Select(declaration => declaration.Name.Text));
    }

    [Fact]
    public void EveryMemberIsThere() => Assert.Equal(
        ["Session", "Session", "Session", "Session", "ActionMember", "Start", "State", "State", "State", "State",
         "State", "State", "State", "Anywhere", "End"],
        Scenario.Members.Select(member => member.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal)));

    [Fact]
    public void AConnectionHasItsSettings() => Assert.Equal(
        "Connection(HubSpot, no, [TemplateSetting(url, InlineTemplate(\"{{ config.hubSpotUrl }}\")) "
        + "HeaderSetting(header, \"Authorization\", InlineTemplate(\"Bearer {{ secret.hubSpotToken }}\")) "
        + "TimeoutSetting(timeout, Duration(00:00:10)) "
        + "RetrySetting(retry, Integer(5), [StatusCause(429, 429) StatusCause(500, 599) NetworkCause()]) "
        + "LimitSetting(limit, Integer(100), Duration(00:00:10))])",
        TreePrinter.Print(_tree.Root.Declarations[8]));

    [Fact]
    public void AStateHasItsItemsInOrder()
    {
        var state = Scenario.Members.OfType<StateSyntax>().First();
        Assert.Collection(
            state.Items,
            item => Assert.Equal("addNewCompany", Assert.IsType<HttpSyntax>(item).Label?.Text),
            item => Assert.Equal(
                "Transition(OnTrigger(Saved), event.ok, Block([Set(companyId, event.body.id)]), CustomerRegister)",
                TreePrinter.Print(item)),
            item => Assert.Equal(
                "Transition(OnTrigger(Saved), event.unknown, FindCompany)", TreePrinter.Print(item)),
            item => Assert.True(Assert.IsType<TransitionSyntax>(item).IsStay),
            item => Assert.Equal(
                "Transition(AfterTrigger(DurationLiteral(01:00:00)), FindCompany)", TreePrinter.Print(item)));
    }

    [Fact]
    public void ARawBlockLosesItsIndentation()
    {
        var http = Assert.IsType<HttpSyntax>(Scenario.Members.OfType<StateSyntax>().First().Items[0]);
        var json = Assert.IsType<InlineTemplateSyntax>(Assert.Single(http.Parts).Value);
        Assert.Equal(
            "{\n  \"properties\": {\n    \"name\": \"{{ session.customer.companyName }}\"\n  }\n}",
            json.Literal.Value);
    }

    [Fact]
    public void DocumentationAndCommentsAreKept()
    {
        Assert.Equal(["Brings every new customer into the CRM as a company with a contact."], Scenario.Documentation?.Lines);
        Assert.Equal(8, _tree.Comments.Length);
    }
}
