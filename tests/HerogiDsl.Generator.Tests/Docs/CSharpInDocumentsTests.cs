using System.Collections.Immutable;
using HerogiDsl.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HerogiDsl.Generator.Tests.Docs;

/// <summary>
/// The C# of the documents compiles against the scenario that stands before it. A fence `csharp` that begins with
/// `using` is a whole program, `csharp declarations` holds types, and every other one is a piece of an application that
/// has <c>builder</c>, <c>herogi</c>, <c>monitor</c>, <c>operations</c> and <c>cancellationToken</c>.
/// </summary>
public sealed class CSharpInDocumentsTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/runtime.md")]
    [InlineData("docs/operations.md")]
    [InlineData("docs/testing.md")]
    public void TheCSharpOfADocumentCompiles(string document)
    {
        var fences = Read(document);
        var shared = Shared(fences);
        var examples = fences.Where(fence => fence.Words == "csharp").ToArray();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(Compile([.. shared, Whole(example.Content)])));
    }

    [Fact]
    public void WhatDoesNotCompileIsTold() =>
        Assert.Contains("CS1061", Assert.Single(Compile([.. Shared(Read("README.md")), Whole("herogi.Send();")])));

    private static string[] Shared(ImmutableArray<(string Words, string Content)> fences) =>
    [
        .. new TestProject(("example.herogi", fences.First(fence => fence.Words == "herogi").Content))
            .Run().GeneratedSources.Select(source => source.SourceText.ToString()),
        .. fences.Where(fence => fence.Words == "csharp declarations").Select(fence => fence.Content),
        Usings,
    ];

    private static string Whole(string content) => content.StartsWith("using ", StringComparison.Ordinal)
        ? content
        : $$"""
            using HerogiDsl;
            using HerogiDsl.Runtime.Hosting;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Shop;

            var builder = Host.CreateApplicationBuilder(args);
            using var host = builder.Build();
            var herogi = host.Services.GetRequiredService<IHerogi>();
            var monitor = host.Services.GetRequiredService<IHerogiMonitor>();
            var operations = host.Services.GetRequiredService<IHerogiOperator>();
            var cancellationToken = CancellationToken.None;
            await herogi.SendAsync("a", new Register("b", "c"), cancellationToken);
            await monitor.GetOverviewAsync();
            await operations.EraseAsync("a", cancellationToken);

            {{content}}
            """;

    private static IEnumerable<string> Compile(IReadOnlyList<string> texts)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path) is not ("HerogiDsl.Compiler.dll" or "HerogiDsl.Generator.dll"))
            .Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            "Document",
            texts.Select(text => CSharpSyntaxTree.ParseText(text, options)),
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable))
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(TestProject.Show);
    }

    private static ImmutableArray<(string Words, string Content)> Read(string document)
    {
        var parts = File.ReadAllText(Path.Combine(Root(), document)).Replace("\r\n", "\n", StringComparison.Ordinal).Split("```");
        return
        [
            .. parts.Where((_, index) => index % 2 == 1).Select(part => part.IndexOf('\n', StringComparison.Ordinal) is var end
                ? (part[..end].Trim(), part[(end + 1)..])
                : default),
        ];
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HerogiDsl.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the folder of HerogiDsl.sln");
        return folder;
    }
}
