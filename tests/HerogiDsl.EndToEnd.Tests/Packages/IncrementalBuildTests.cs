using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HerogiDsl.EndToEnd.Tests.Packages;

/// <summary>Whatever happens to a `.herogi` file, the next build knows it; and where nothing happens, nothing is compiled.</summary>
public sealed class IncrementalBuildTests(PackageFeed feed)
{
    private const string Assembly = "Orders/obj/Debug/net10.0/Orders.dll";

    private const string Other = """
        namespace Shop

        event Counted { count: int }

        scenario Counting {
          start { on Counted -> Gone }

          end Gone { log file "counted.scriban" }
        }
        """;

    [Fact]
    public async Task EveryChangeOfAFileIsSeenAndNothingElseIsCompiled()
    {
        using var consumer = await Consumer.NewAsync(feed);
        consumer.Write("Orders/Orders.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="HerogiDsl" Version="{PackageFeed.Version}" /></ItemGroup>
            </Project>
            """);
        consumer.Write("Orders/orders.herogi", """
            namespace Shop

            event Order { item: string }

            scenario Orders {
              start { on Order -> Gone }

              end Gone
            }
            """);
        await consumer.BuildAsync("Orders");
        Assert.Equal(["Order", "Orders"], Types(consumer));

        var untouched = Compiled(consumer);
        await BuildAsync(consumer);
        Assert.Equal(untouched, Compiled(consumer));

        consumer.Replace("Orders/orders.herogi", "event Order {", "event Order { colour: string ");
        consumer.Replace("Orders/orders.herogi", "scenario Orders {", "scenario Purchases {");
        await BuildAsync(consumer);
        Assert.Equal(["Order", "Purchases"], Types(consumer));

        consumer.Write("Orders/counted.scriban", "{{ event.count }}");
        consumer.Write("Orders/counting.herogi", Other);
        await BuildAsync(consumer);
        Assert.Equal(["Counted", "Counting", "Order", "Purchases"], Types(consumer));

        var before = Compiled(consumer);
        consumer.Write("Orders/counted.scriban", "{{ event.count }} more");
        await BuildAsync(consumer);
        Assert.NotEqual(before, Compiled(consumer));
        consumer.Write("Orders/counted.scriban", "{{ event.cuont }}");
        Assert.Contains("counted.scriban(1,10): error HRG4002: ", Assert.Single(await consumer.FailAsync("Orders")), StringComparison.Ordinal);
        consumer.Write("Orders/counted.scriban", "{{ event.count }}");

        // Moved with the time that it has: only the list of the files tells.
        Directory.CreateDirectory(consumer["Orders/more"]);
        File.Move(consumer["Orders/counted.scriban"], consumer["Orders/more/counted.scriban"]);
        File.Move(consumer["Orders/counting.herogi"], consumer["Orders/more/counting.herogi"]);
        before = Compiled(consumer);
        await BuildAsync(consumer);
        Assert.NotEqual(before, Compiled(consumer));
        Assert.Equal(["Counted", "Counting", "Order", "Purchases"], Types(consumer));

        File.Delete(consumer["Orders/more/counting.herogi"]);
        await BuildAsync(consumer);
        Assert.Equal(["Order", "Purchases"], Types(consumer));
    }

    private static Task<string> BuildAsync(Consumer consumer) => consumer.BuildAsync("Orders", "--no-restore");

    private static DateTime Compiled(Consumer consumer) => File.GetLastWriteTimeUtc(consumer[Assembly]);

    private static string[] Types(Consumer consumer)
    {
        using var assembly = new PEReader(File.OpenRead(consumer[Assembly]));
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => type.GetDeclaringType().IsNil && metadata.GetString(type.Namespace) == "Shop")
                .Select(type => metadata.GetString(type.Name)).Order(StringComparer.Ordinal),
        ];
    }
}
