using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Compiler.Tests.Diagnostics;

public sealed class CrmExampleTests
{
    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", name));

    [Fact]
    public void TheExampleOfTheLanguageCompilesWithoutADiagnostic()
    {
        var diagnostics = Compilation.Diagnose(
            ("flows/crm.herogi", Read("crm.herogi")),
            ("flows/find-company.json.scriban", Read("find-company.json.scriban")));
        Assert.Empty(diagnostics.Select(Compilation.Show));
    }
}
