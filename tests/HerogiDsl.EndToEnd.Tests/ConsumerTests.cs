using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests;

/// <summary>A project outside the repository: what its developer sees of 'dotnet build'.</summary>
public sealed class ConsumerTests
{
    private const string Scenario = """
        namespace Shop

        event Order { item: string }
        event Shipped

        scenario Orders {
          /// @output
          session order: Order

          start { on Order do { set order = event } -> Packing }

          state Packing {
            on Shipped -> Delivered
            ignore Order
          }

          state Delivered {
            on Order -> Packing
            ignore Shipped
          }
        }
        """;

    private const string Code = """
        using HerogiDsl;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Shop;

        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddHerogi(herogi => herogi.UseSqlite("shop.db").AddScenarios());
        using var host = builder.Build();
        await host.StartAsync();
        var herogi = host.Services.GetRequiredService<IHerogi>();
        await herogi.SendAsync("order-1", new Order("tea"));
        Orders.State? state = null;
        while (state is null)
            state = await herogi.GetStateAsync<Orders.State>("order-1");
        if (state is Orders.Packing { Order.Item: var item })
            Console.WriteLine($"packing {item}");
        await host.StopAsync();
        """;

    [Fact]
    public async Task AMistypedStateFailsTheBuildWhereItStands()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Scenario.Replace("on Shipped -> Delivered", "on Shipped -> Deliverd", StringComparison.Ordinal));

        var (exitCode, output) = await BuildAsync(folder);

        Assert.NotEqual(0, exitCode);
        var errors = output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
        var error = Assert.Single(errors, line => line.Contains("): error ", StringComparison.Ordinal));
        Assert.Contains("crm.herogi(13,19): error HRG1001: ", error, StringComparison.Ordinal);
        Assert.Contains("'Deliverd'", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'Delivered'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MendedItBuildsWithoutAWarningAndRuns()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Scenario);

        var (exitCode, output) = await BuildAsync(folder);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);

        var run = await Program.RunAsync(folder.Path, folder["bin/Consumer.dll"]);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("packing tea", run.Output, StringComparison.Ordinal);
    }

    // The projects referred to are built already: only the consumer's own build is looked at.
    private static Task<(int ExitCode, string Output)> BuildAsync(TemporaryFolder folder) => Program.RunAsync(
        folder.Path, "build", "--nologo", "-consoleLoggerParameters:NoSummary", "-p:BuildProjectReferences=false",
        $"-p:Configuration={Places.Configuration}");

    private static void Write(TemporaryFolder folder, string scenario)
    {
        var src = Path.Combine(Places.Repository, "src");
        File.WriteAllText(folder["crm.herogi"], scenario);
        File.WriteAllText(folder["Program.cs"], Code);
        File.WriteAllText(folder["Consumer.csproj"], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{src}/HerogiDsl.Generator/build/HerogiDsl.props" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <OutputPath>bin/</OutputPath>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{src}/HerogiDsl.Generator/HerogiDsl.Generator.csproj"
                                  OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
                <ProjectReference Include="{src}/HerogiDsl.Abstractions/HerogiDsl.Abstractions.csproj" />
                <ProjectReference Include="{src}/HerogiDsl.Storage.Sqlite/HerogiDsl.Storage.Sqlite.csproj" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.*" />
              </ItemGroup>
              <Import Project="{src}/HerogiDsl.Generator/build/HerogiDsl.targets" />
            </Project>
            """);
    }
}
