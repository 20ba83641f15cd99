using System.Collections;
using System.Reflection;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Tests.Conformance;

/// <summary>What a method does in the place of another: it gets the arguments and the method as it should be.</summary>
internal delegate object? Breakage(object?[] arguments, Func<object?[], object?> sound);

/// <summary>Tables one method of which is broken.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class BrokenTables : DispatchProxy
#pragma warning restore CA1852
{
    private object? _target;
    private MethodInfo? _broken;
    private Breakage? _breakage;

    public static object Over(Type type, object target, MethodInfo broken, Breakage breakage)
    {
        var proxy = (BrokenTables)Create(type, typeof(BrokenTables));
        (proxy._target, proxy._broken, proxy._breakage) = (target, broken, breakage);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod ?? throw new ArgumentNullException(nameof(targetMethod));
        if (method == _broken)
            return _breakage?.Invoke(args ?? [], Call);
        var result = Call(args ?? []);
        // A table: the method may be one of its own.
        return result is not null && method.ReturnType == _broken?.DeclaringType
            ? Over(method.ReturnType, result, _broken, _breakage ?? throw new InvalidOperationException())
            : result;

        object? Call(object?[] arguments) =>
            method.Invoke(_target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}

/// <summary>A store that is broken in one thing.</summary>
internal sealed class BrokenStore(IStore inner) : IStore
{
    public Func<IStoreTables, IStoreTables> Tables { get; init; } = static tables => tables;

    public Action<IStore> OnCommit { get; init; } = static store => store.Commit();

    public Action<IStore> OnRollback { get; init; } = static store => store.Rollback();

    public Action<IStore> OnBegin { get; init; } = static store => store.Begin();

    public Action<IStore> OnDispose { get; init; } = static store => store.Dispose();

    public Func<IStore, string> OnId { get; init; } = static store => store.Id;

    public bool ReadsWhatIsNotCommitted { get; init; }

    public string Id => OnId(inner);

    public IStoreTables Writing => Tables(inner.Writing);

    public void Open() => inner.Open();

    public void Begin() => OnBegin(inner);

    public void Commit() => OnCommit(inner);

    public void Rollback() => OnRollback(inner);

    public T Read<T>(Func<IStoreTables, T> read) =>
        ReadsWhatIsNotCommitted ? read(inner.Writing) : inner.Read(tables => read(Tables(tables)));

    public void Dispose() => OnDispose(inner);
}

/// <summary>Ways in which methods go wrong.</summary>
internal static class Breakages
{
    /// <summary>What could be wrong with a method, by its signature.</summary>
    public static IEnumerable<(string Name, Breakage Breakage)> Of(MethodInfo method)
    {
        if (method.ReturnType == typeof(void))
            yield return ("does nothing", static (_, _) => null);
        if (method.ReturnType == typeof(bool))
            yield return ("says the opposite", static (arguments, sound) => sound(arguments) is false);
        if (method.ReturnType == typeof(int))
            yield return ("counts none", static (arguments, sound) => (int?)sound(arguments) * 0);
        if (typeof(IEnumerable).IsAssignableFrom(method.ReturnType))
        {
            yield return ("gives nothing", (arguments, sound) => Change(sound(arguments), static rows => rows.Clear()));
            yield return ("forgets the order", (arguments, sound) => Change(sound(arguments), static rows => rows.Reverse()));
        }
        else if (!method.ReturnType.IsValueType || Nullable.GetUnderlyingType(method.ReturnType) is not null)
        {
            yield return ("finds nothing", static (arguments, sound) =>
            {
                sound(arguments);
                return null;
            });
        }

        foreach (var (index, parameter) in method.GetParameters().Index())
        {
            foreach (var (name, change) in Of(parameter.ParameterType, parameter.Name ?? ""))
            {
                yield return ($"{name} '{parameter.Name}'", (arguments, sound) =>
                    sound([.. arguments.Select((argument, i) => i == index ? change(argument) : argument)]));
            }
        }
    }

    private static IEnumerable<(string Name, Func<object?, object?> Change)> Of(Type type, string name)
    {
        if (type == typeof(DateTimeOffset))
        {
            yield return ("takes too late a", static time => (DateTimeOffset?)time < DateTimeOffset.MaxValue.AddDays(-1)
                ? ((DateTimeOffset)time).AddMilliseconds(1) : time);
            yield return ("takes too early a", static time => (DateTimeOffset?)time > DateTimeOffset.MinValue.AddDays(1)
                ? ((DateTimeOffset)time).AddMilliseconds(-1) : time);
        }

        if (name == "limit")
            yield return ("ignores", static _ => int.MaxValue);
        else if (name == "after")
            yield return ("ignores", type == typeof(long) ? static _ => 0L : static _ => "");
        else if (name is "state" or "scenario" or "sessionId" or "eventName" && type == typeof(string))
            yield return ("mistakes", static text => text is null ? "" : $"{text}x");
        else if (type == typeof(int))
            yield return ("adds one to", static number => (int?)number + 1);
        else if (type == typeof(long))
            yield return ("adds one to", static number => (long?)number + 1);
    }

    private static object? Change(object? list, Action<List<object?>> change)
    {
        var rows = ((IEnumerable?)list)?.Cast<object?>().ToList() ?? [];
        change(rows);
        var type = list?.GetType().GetInterfaces()
            .First(static one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .GetGenericArguments()[0] ?? typeof(object);
        var result = Array.CreateInstance(type, rows.Count);
        for (var i = 0; i < rows.Count; i++)
            result.SetValue(rows[i], i);
        return result;
    }
}
