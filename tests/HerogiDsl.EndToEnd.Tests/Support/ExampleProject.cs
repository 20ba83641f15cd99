namespace HerogiDsl.EndToEnd.Tests.Support;

/// <summary>A project that is compiled with the generator of this build, as one that refers to its package.</summary>
internal static class ExampleProject
{
    /// <summary>Writes it; <paramref name="properties"/> are lines of its property group.</summary>
    public static void Write(string path, string properties)
    {
        var src = Path.Combine(Places.Repository, "src");
        var generator = Path.Combine(src, "HerogiDsl.Generator");
        var assemblies = Path.Combine(generator, "bin", Places.Configuration, "netstandard2.0");
        File.WriteAllText(path, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{generator}/build/HerogiDsl.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <Analyzer Include="{assemblies}/HerogiDsl.*.dll;{assemblies}/Sprache.dll;{assemblies}/Scriban.Signed.dll" />
                <Reference Include="{src}/HerogiDsl.Abstractions/bin/{Places.Configuration}/net10.0/*.dll" />
              </ItemGroup>
              <Import Project="{generator}/build/HerogiDsl.targets" />
            </Project>
            """);
    }
}
