using System.Reflection;
using HerogiDsl.Compiler.Lowering.Model;

namespace HerogiDsl.Generator.Tests;

/// <summary>What the generator caches holds no trees, no symbols and nothing of Roslyn.</summary>
public sealed class ModelShapeTests
{
    private static readonly Type[] s_models =
    [
        .. typeof(FileModel).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(FileModel).Namespace && type.Name.EndsWith("Model", StringComparison.Ordinal)),
    ];

    [Fact]
    public void ModelsHoldOnlyTextsNumbersAndModels()
    {
        Assert.NotEmpty(s_models);
        foreach (var model in s_models)
        {
            Assert.All(
                model.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.Name != "EqualityContract"),
                property => Assert.True(IsPlain(property.PropertyType), $"{model.Name}.{property.Name} is a {property.PropertyType}"));
        }
    }

    [Fact]
    public void EveryModelIsEqualByValue() =>
        Assert.All(
            s_models,
            model => Assert.Contains(typeof(IEquatable<>).MakeGenericType(model), model.GetInterfaces()));

    [Fact]
    public void EquatableArraysCompareTheirItems()
    {
        EquatableArray<string> one = new(["a", "b"]);
        EquatableArray<string> same = new(["a", "b"]);
        EquatableArray<string> other = new(["b", "a"]);

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != other);
        Assert.Empty(default(EquatableArray<string>));
    }

    private static bool IsPlain(Type type) =>
        type == typeof(string) || type == typeof(int) || type == typeof(bool) || type.IsEnum
        || type.Namespace == typeof(FileModel).Namespace && (!type.IsGenericType || type.GetGenericArguments().All(IsPlain));

}
