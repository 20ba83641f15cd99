using System.Reflection;

namespace HerogiDsl.EndToEnd.Tests.Support;

internal static class Places
{
    public static string Repository { get; } = Path.GetFullPath(Metadata("Repository"));

    public static string Sample { get; } = Assembly("CrmOnboarding");

    public static string StandIn { get; } = Assembly("HubSpotStandIn");

    public static string Configuration { get; } = Metadata("Output").Split('/')[1];

    private static string Assembly(string sample) =>
        Path.Combine(Repository, "samples", sample, Metadata("Output"), sample + ".dll");

    private static string Metadata(string key) => typeof(Places).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == key).Value!;
}
