using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests.Packages;

/// <summary>The road of somebody who begins: a new project, the package, a mistake, a running program.</summary>
public sealed class ConsumerTests(PackageFeed feed)
{
    private const string Hosting = """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.*" />""";

    [Fact]
    public async Task OneReferenceIsAllThatAnApplicationNeedsTrimmedAndNativeToo()
    {
        using var consumer = await Consumer.NewAsync(feed);
        await consumer.SucceedAsync(".", "new", "console", "-n", "Shop", "--no-restore");
        await consumer.SucceedAsync("Shop", "add", "package", "HerogiDsl", "--version", PackageFeed.Version);
        consumer.Replace("Shop/Shop.csproj", "  </ItemGroup>", $"    {Hosting}\n  </ItemGroup>");
        consumer.Take("Shop", "Shop");

        consumer.Replace("Shop/shop.herogi", "on Sent -> Failed", "on Sent -> Faild");
        var error = Assert.Single(await consumer.FailAsync("Shop"));
        Assert.Contains("shop.herogi(64,16): error HRG1001: ", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'Failed'", error, StringComparison.Ordinal);

        consumer.Replace("Shop/shop.herogi", "on Sent -> Faild", "on Sent -> Failed");
        await consumer.BuildAsync("Shop");
        var built = await RunAsync(consumer, "dotnet", consumer["Shop/bin/Debug/net10.0/Shop.dll"]);
        Assert.Contains("packing 7 of ada@acme.io: 3.0, due 2026-03-02T10:00:00", built, StringComparison.Ordinal);

        string[] publish = ["publish", "--nologo", "--use-current-runtime", "-p:TrimmerSingleWarn=false"];
        await consumer.SucceedAsync("Shop", [.. publish, "--self-contained", "-p:PublishTrimmed=true", "-o", consumer["trimmed"]]);
        Assert.Equal(built, await RunAsync(consumer, consumer["trimmed/Shop"]));

        // A debug build of it is the same code, and takes half the time.
        await consumer.SucceedAsync(
            "Shop", [.. publish, "-c", "Debug", "-p:PublishAot=true", "-p:NativeDebugSymbols=false", "-o", consumer["native"]]);
        Assert.Equal(built, await RunAsync(consumer, consumer["native/Shop"]));
    }

    [Fact]
    public async Task StrictProjectsCentralVersionsAndOddNamesBuildWithoutAWarning()
    {
        using var consumer = await Consumer.NewAsync(feed);
        consumer.Write("Läden & Co/Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="HerogiDsl" Version="{PackageFeed.Version}" />
                <PackageVersion Include="Microsoft.Extensions.Hosting" Version="10.0.15" />
              </ItemGroup>
            </Project>
            """);
        consumer.Write("Läden & Co/Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>disable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisMode>All</AnalysisMode>
                <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="HerogiDsl" /></ItemGroup>
            </Project>
            """);
        consumer.Take("Strict/Orders", "Läden & Co/Bestell-Wesen 2");
        consumer.Take("Strict/App", "Läden & Co/App");

        await consumer.BuildAsync("Läden & Co/App");
        var run = await consumer.SucceedAsync("Läden & Co/App", "bin/Debug/net10.0/App.dll");

        Assert.Contains("Parcel: Sorting, Orders: Packing tea", run, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(consumer["Läden & Co/Bestell-Wesen 2/obj"], "*.Orders.g.cs", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task AnOlderFrameworkIsRefusedBeforeAnythingIsCompiled()
    {
        using var consumer = await Consumer.NewAsync(feed);
        consumer.Write("Old/Old.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="HerogiDsl" Version="{PackageFeed.Version}" /></ItemGroup>
            </Project>
            """);

        var error = Assert.Single(await consumer.FailAsync("Old"));

        Assert.Contains(
            "the package HerogiDsl needs .NET 10 or newer, and 'Old' targets 'net8.0'; write ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheToolIsInstalledAndSaysWhatTheBuildSays()
    {
        using var consumer = await Consumer.NewAsync(feed);
        consumer.Take("Shop", "Shop");
        await consumer.SucceedAsync(
            "Shop", "tool", "install", "HerogiDsl.Cli", "--tool-path", consumer["tools"], "--version", PackageFeed.Version);

        var sound = await Program.RunAsync(consumer["tools/herogi"], consumer["Shop"], [], "check", ".");
        consumer.Replace("Shop/shop.herogi", "on Sent -> Failed", "on Sent -> Faild");
        var broken = await Program.RunAsync(consumer["tools/herogi"], consumer["Shop"], [], "check", ".");

        Assert.True(sound.ExitCode == 0, sound.Output);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("shop.herogi(64,16): error HRG1001: ", broken.Output, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(Consumer consumer, string file, params string[] arguments)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Directory.CreateDirectory(consumer["run"]);
        var (exitCode, output) = await Program.RunAsync(
            file, consumer["run"], [], [.. arguments, port.ToString(CultureInfo.InvariantCulture)]);
        Directory.Delete(consumer["run"], recursive: true);
        Assert.True(exitCode == 0, output);
        Assert.EndsWith("delivered\n", output, StringComparison.Ordinal);
        return output;
    }
}
