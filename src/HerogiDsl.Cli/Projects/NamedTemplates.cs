using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Cli.Projects;

// example: json file "find-company.json.scriban"
/// <summary>The template files that a `.herogi` file names.</summary>
internal static class NamedTemplates
{
    public static IEnumerable<string> In(CompilationUnitSyntax file) =>
        file.Declarations.SelectMany(Templates).OfType<FileTemplateSyntax>().Select(template => template.Path.Value);

    private static IEnumerable<TemplateSyntax?> Templates(DeclarationSyntax declaration) => declaration switch
    {
        ScenarioSyntax scenario => scenario.Members.SelectMany(Templates),
        ActionSyntax action => Templates(action),
        ConnectionSyntax connection => connection.Settings.Select(Template),
        _ => [],
    };

    private static IEnumerable<TemplateSyntax?> Templates(MemberSyntax member) => member switch
    {
        BodyMemberSyntax body => Templates(body.Items),
        ActionMemberSyntax action => Templates(action.Action),
        _ => [],
    };

    private static IEnumerable<TemplateSyntax?> Templates(ActionSyntax action) =>
        action.Body is BlockActionBodySyntax body ? Templates(body.Block) : [];

    private static TemplateSyntax? Template(SettingSyntax setting) => setting switch
    {
        TemplateSettingSyntax template => template.Value,
        HeaderSettingSyntax header => header.Value,
        _ => null,
    };

    private static IEnumerable<TemplateSyntax?> Templates(BlockSyntax? block) =>
        block is null ? [] : block.Statements.SelectMany(Templates);

    private static IEnumerable<TemplateSyntax?> Templates(ImmutableArray<BodyItemSyntax> items) =>
        items.SelectMany(Templates);

    private static IEnumerable<TemplateSyntax?> Templates(BodyItemSyntax item) => item switch
    {
        ExitSyntax exit => Templates(exit.Items),
        TransitionSyntax transition => Templates(transition.Do),
        IfSyntax choice => choice.Branches.SelectMany(branch => Templates(branch.Block)).Concat(Templates(choice.Else)),
        LogSyntax log => [log.Text],
        FailSyntax fail => [fail.Text],
        HttpSyntax http => [http.Path, .. http.Parts.Select(part => part.Value)],
        EmailSyntax email => email.Parts.Select(part => part.Value),
        _ => [],
    };
}
