using System.Reflection;
using HerogiDsl.Compiler.CSharp;

namespace HerogiDsl.Generator.Tests;

/// <summary>The compiler does not know the runtime; it knows its names.</summary>
public sealed class RuntimeNamesTests
{
    public static TheoryData<string> Names =>
    [
        .. typeof(RuntimeNames).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(constant => (string)constant.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachIsAPublicTypeOfTheAbstractions(string name)
    {
        const string prefix = "global::";

        Assert.StartsWith(prefix, name, StringComparison.Ordinal);
        var type = typeof(IScenario).Assembly.GetType(name[prefix.Length..]);
        Assert.True(type is { IsPublic: true }, name);
    }
}
