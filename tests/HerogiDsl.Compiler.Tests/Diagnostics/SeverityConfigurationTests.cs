using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Configuration;

namespace HerogiDsl.Compiler.Tests.Diagnostics;

/// <summary>What `.editorconfig`, `.globalconfig` and the project say of a warning, and who wins.</summary>
public sealed class SeverityConfigurationTests
{
    private const string Warning = "HRG3018";

    [Theory]
    [InlineData("*", "walk.herogi", true)]
    [InlineData("*", "flows/deep/walk.herogi", true)]
    [InlineData("*.herogi", "flows/walk.herogi", true)]
    [InlineData("*.cs", "flows/walk.herogi", false)]
    [InlineData("*.herogi", "walk.herogi.txt", false)]
    [InlineData("walk.herogi", "flows/walk.herogi", true)]
    [InlineData("/walk.herogi", "flows/walk.herogi", false)]
    [InlineData("/walk.herogi", "walk.herogi", true)]
    [InlineData("flows/*.herogi", "flows/walk.herogi", true)]
    [InlineData("flows/*.herogi", "flows/deep/walk.herogi", false)]
    [InlineData("flows/*.herogi", "other/flows/walk.herogi", false)]
    [InlineData("flows/**.herogi", "flows/deep/walk.herogi", true)]
    [InlineData("flows/**/walk.herogi", "flows/walk.herogi", true)]
    [InlineData("flows/**/walk.herogi", "flows/a/b/walk.herogi", true)]
    [InlineData("**/walk.herogi", "a/walk.herogi", true)]
    [InlineData("wal?.herogi", "walk.herogi", true)]
    [InlineData("wal?.herogi", "wal.herogi", false)]
    [InlineData("flows?walk.herogi", "flows/walk.herogi", false)]
    [InlineData("[uvw]alk.herogi", "walk.herogi", true)]
    [InlineData("[a-v]alk.herogi", "walk.herogi", false)]
    [InlineData("[!uv]alk.herogi", "walk.herogi", true)]
    [InlineData("[!w]alk.herogi", "walk.herogi", false)]
    [InlineData("*.{herogi,scriban}", "walk.herogi", true)]
    [InlineData("*.{cs,scriban}", "walk.herogi", false)]
    [InlineData("{flows,{other,more}}/*.herogi", "more/walk.herogi", true)]
    [InlineData("*.{herogi}", "walk.herogi", false)]
    [InlineData("*.{herogi}", "walk.{herogi}", true)]
    [InlineData("step{1..12}.herogi", "step7.herogi", true)]
    [InlineData("step{1..12}.herogi", "step13.herogi", false)]
    [InlineData("step{-2..2}.herogi", "step-1.herogi", true)]
    [InlineData("{a,step{1..2}}.herogi", "a.herogi", true)]
    [InlineData("walk\\*.herogi", "walk*.herogi", true)]
    [InlineData("walk\\*.herogi", "walkx.herogi", false)]
    [InlineData("walk.+(x)$.herogi", "walk.+(x)$.herogi", true)]
    [InlineData("walk[.herogi", "walk[.herogi", true)]
    [InlineData("{walk.herogi", "{walk.herogi", true)]
    [InlineData("[z-a].herogi", "b.herogi", false)]
    [InlineData("*.HEROGI", "walk.herogi", false)]
    public void ASectionSpeaksOfTheFilesThatEditorConfigSays(string header, string path, bool isMeant) =>
        Assert.Equal(isMeant ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, Of("/p/" + path, ("/p/.editorconfig", $"[{header}]\n{Line("suggestion")}")));

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    [InlineData("none", null)]
    [InlineData("default", DiagnosticSeverity.Warning)]
    [InlineData("ERROR", DiagnosticSeverity.Error)]
    [InlineData("erorr", DiagnosticSeverity.Warning)]
    [InlineData("error # and why", DiagnosticSeverity.Error)]
    [InlineData("error ; and why", DiagnosticSeverity.Error)]
    public void AWordIsASeverity(string word, DiagnosticSeverity? severity) =>
        Assert.Equal(severity, Of("/p/a.herogi", ("/p/.editorconfig", "[*]\n" + Line(word))));

    [Theory]
    [InlineData("\uFEFF[*.herogi]\r\nDotnet_Diagnostic.hrg3018.SEVERITY : Error\r\n")]
    [InlineData("[*.herogi] # the scenarios, not [*.cs]\rdotnet_diagnostic.HRG3018.severity=error")]
    [InlineData("# [*.cs]\n[*.herogi]\n  dotnet_diagnostic.HRG3018.severity   =   error")]
    [InlineData("[*]\ndotnet_diagnostic.HRG3018.severity = none\n[*.herogi]\ndotnet_diagnostic.HRG3018.severity = error")]
    [InlineData("[*]\ndotnet_diagnostic.HRG3018.severity = none\ndotnet_diagnostic.HRG3018.severity = error")]
    public void LaterLinesWinAndSpellingIsFree(string content) =>
        Assert.Equal(DiagnosticSeverity.Error, Of("/p/a.herogi", ("/p/.editorconfig", content)));

    [Theory]
    [InlineData("dotnet_diagnostic.HRG3018.severity = error")]
    [InlineData("[*]\ndotnet_diagnostic.HRG3019.severity = error")]
    [InlineData("[*]\ndotnet_diagnostic.HRG3018 = error")]
    [InlineData("[*]\n# dotnet_diagnostic.HRG3018.severity = error")]
    [InlineData("[*.cs]\ndotnet_diagnostic.HRG3018.severity = error")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.severity = error")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-HerogiDsl.severity = error")]
    [InlineData("[*\ndotnet_diagnostic.HRG3018.severity = error")]
    public void WhatDoesNotSpeakOfItChangesNothing(string content) =>
        Assert.Equal(DiagnosticSeverity.Warning, Of("/p/a.herogi", ("/p/.editorconfig", content)));

    [Fact]
    public void TheNearestFileWinsAndARootEndsTheWay()
    {
        var far = ("/p/.editorconfig", "[*]\n" + Line("none"));
        Assert.Equal(DiagnosticSeverity.Error, Of("/p/flows/a.herogi", ("/p/flows/.editorconfig", "[*]\n" + Line("error")), far));
        Assert.Null(Of("/p/other/a.herogi", ("/p/flows/.editorconfig", "[*]\n" + Line("error")), far));
        Assert.Null(Of("/p/flows/a.herogi", ("/p/flows/.editorconfig", "[*]\nindent_size = 2"), far));
        Assert.Equal(DiagnosticSeverity.Warning, Of("/p/flows/a.herogi", ("/p/flows/.editorconfig", "root = true\n[*]\nindent_size = 2"), far));
        Assert.Null(Of("/p/flows/a.herogi", ("/p/flows/.editorconfig", "[*]\nroot = true"), far));
        Assert.Equal(DiagnosticSeverity.Warning, Of("/p2/a.herogi", far));
    }

    [Fact]
    public void APathOfADiagnosticBeginsAtTheProjectsFolder()
    {
        var severities = SeverityConfiguration.Read(
            [new ConfigurationText(@"C:\work\app\flows\.editorconfig", "[*]\n" + Line("none"))], ProjectSeverities.Nothing, @"C:\work\app\");
        Assert.Null(severities.Of(Descriptor(Warning), "flows/a.herogi"));
        Assert.Null(severities.Of(Descriptor(Warning), @"C:\work\app\flows\a.herogi"));
        Assert.Equal(DiagnosticSeverity.Warning, severities.Of(Descriptor(Warning), "a.herogi"));
    }

    [Fact]
    public void AGlobalFileSpeaksOfTheWholeProjectAndTheEditorConfigWins()
    {
        var global = ("/elsewhere/.globalconfig", "is_global = true\n" + Line("none"));
        Assert.Null(Of("/p/a.herogi", global));
        Assert.Null(Of("/p/a.herogi", ("/q/rules.editorconfig", "is_global = true\n" + Line("none"))));
        Assert.Equal(DiagnosticSeverity.Error, Of("/p/a.herogi", global, ("/p/.editorconfig", "[*]\n" + Line("error"))));
        Assert.Equal(DiagnosticSeverity.Warning, Of("/p/a.herogi", ("/elsewhere/.globalconfig", "[/p/a.herogi]\n" + Line("none"))));
    }

    [Fact]
    public void OfTwoGlobalFilesTheHigherLevelWinsAndEqualOnesCancelOut()
    {
        var none = ("/a/.globalconfig", Line("none"));
        Assert.Equal(DiagnosticSeverity.Error, Of("/p/a.herogi", none, ("/b/.globalconfig", "global_level = 101\n" + Line("error"))));
        Assert.Null(Of("/p/a.herogi", none, ("/b/rules.globalconfig", "is_global = true\n" + Line("error"))));
        Assert.Equal(DiagnosticSeverity.Warning, Of("/p/a.herogi", none, ("/b/.globalconfig", Line("error"))));
    }

    [Theory]
    [InlineData("HRG0001")]
    [InlineData("HRG1001")]
    [InlineData("HRG3006")]
    [InlineData("HRG6001")]
    public void AnErrorStaysAnError(string id)
    {
        var project = new ProjectSeverities { HasNoWarnings = true, Ids = [new(id, ConfiguredSeverity.None)] };
        var severities = SeverityConfiguration.Read(
            [new ConfigurationText("/p/.editorconfig", $"[*]\ndotnet_diagnostic.{id}.severity = suggestion")], project, "/p");
        Assert.Equal(DiagnosticSeverity.Error, severities.Of(Descriptor(id), "a.herogi"));
    }

    [Theory]
    [InlineData("", false, "none", null)]
    [InlineData("NoWarn", true, "error", null)]
    [InlineData("WarningsAsErrors", false, "none", DiagnosticSeverity.Error)]
    [InlineData("WarningsNotAsErrors", true, null, DiagnosticSeverity.Warning)]
    [InlineData("WarningsNotAsErrors", true, "error", DiagnosticSeverity.Warning)]
    [InlineData("WarningsNotAsErrors", true, "suggestion", DiagnosticSeverity.Info)]
    [InlineData("", true, null, DiagnosticSeverity.Error)]
    [InlineData("", true, "warning", DiagnosticSeverity.Error)]
    [InlineData("", true, "default", DiagnosticSeverity.Error)]
    [InlineData("", true, "suggestion", DiagnosticSeverity.Info)]
    [InlineData("", true, "none", null)]
    public void TheProjectWinsOverFilesAndFilesOverWarningsBeingErrors(
        string property, bool areErrors, string? inFile, DiagnosticSeverity? severity)
    {
        ConfiguredSeverity? said = property switch
        {
            "NoWarn" => ConfiguredSeverity.None,
            "WarningsAsErrors" => ConfiguredSeverity.Error,
            "WarningsNotAsErrors" => ConfiguredSeverity.Default,
            _ => null,
        };
        var project = new ProjectSeverities
        {
            TreatsWarningsAsErrors = areErrors,
            Ids = said is { } word ? [new("hrg3018", word)] : [],
        };
        ConfigurationText[] files = inFile is null ? [] : [new("/p/.editorconfig", "[*]\n" + Line(inFile))];
        Assert.Equal(severity, SeverityConfiguration.Read(files, project, "/p").Of(Descriptor(Warning), "a.herogi"));
    }

    [Fact]
    public void ProjectsThatSayTheSameAreEqual()
    {
        static ProjectSeverities Project(ConfiguredSeverity severity) => new() { Ids = [new("HRG3018", severity)] };
        Assert.Equal(Project(ConfiguredSeverity.None), Project(ConfiguredSeverity.None));
        Assert.Equal(Project(ConfiguredSeverity.None).GetHashCode(), Project(ConfiguredSeverity.None).GetHashCode());
        Assert.NotEqual(Project(ConfiguredSeverity.None), Project(ConfiguredSeverity.Error));
        Assert.NotEqual(Project(ConfiguredSeverity.None), ProjectSeverities.Nothing);
    }

    private static string Line(string word) => $"dotnet_diagnostic.{Warning}.severity = {word}\n";

    private static DiagnosticDescriptor Descriptor(string id) => DiagnosticDescriptors.All.Single(descriptor => descriptor.Id == id);

    private static DiagnosticSeverity? Of(string path, params (string Path, string Content)[] files) =>
        SeverityConfiguration
            .Read(files.Select(file => new ConfigurationText(file.Path, file.Content)), ProjectSeverities.Nothing, "/p")
            .Of(Descriptor(Warning), path);
}
