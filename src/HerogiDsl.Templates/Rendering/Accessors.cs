using System.Diagnostics.CodeAnalysis;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Rendering;

/// <summary>Reads members of the scenario's values; nothing is found by reflection, and nothing can be written.</summary>
internal abstract class ReadOnlyAccessor : IObjectAccessor
{
    public bool HasIndexer => false;

    public Type IndexType => typeof(string);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
        throw new TemplateFaultException("the members of a value cannot be listed", span.Start.Offset);

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        TryGetValue(context, span, target, member, out _);

    public abstract bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) =>
        throw new TemplateFaultException("'" + member + "' cannot be assigned: a template changes no data", span.Start.Offset);

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, [NotNullWhen(true)] out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}

/// <summary>Members of records, JSON objects and maps, as the runtime gives them.</summary>
internal sealed class ValueAccessor : ReadOnlyAccessor
{
    public static readonly ValueAccessor Instance = new();

    public override bool TryGetValue(
        TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var render = (RenderContext)context;
        if (!render.Values.TryGetMember(target, member, out var found))
        {
            throw new TemplateFaultException("there is no member '" + member + "' here", span.Start.Offset);
        }

        value = render.See(found);
        render.FoundNothing = value is null && found is not null;
        return true;
    }
}

/// <summary>A member of what is missing in JSON is missing too.</summary>
internal sealed class NothingAccessor : ReadOnlyAccessor
{
    public static readonly NothingAccessor Instance = new();

    public override bool TryGetValue(
        TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        ((RenderContext)context).FoundNothing = true;
        value = null;
        return true;
    }
}

/// <summary>Members of times, under Scriban's names for them.</summary>
internal sealed class TimeAccessor : ReadOnlyAccessor
{
    public static readonly TimeAccessor Instance = new();

    public override bool TryGetValue(
        TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = target switch
        {
            DateTimeOffset moment => OfDate(moment.UtcDateTime, member),
            DateTime moment => OfDate(moment, member),
            DateOnly date => OfDate(date.ToDateTime(TimeOnly.MinValue), member),
            TimeSpan duration => OfDuration(duration, member),
            _ => null,
        };
        return value is not null
            ? true
            : throw new TemplateFaultException("a time has no member '" + member + "'", span.Start.Offset);
    }

    private static object? OfDate(DateTime date, string member) => member switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "day" => date.Day,
        "hour" => date.Hour,
        "minute" => date.Minute,
        "second" => date.Second,
        "millisecond" => date.Millisecond,
        "day_of_year" => date.DayOfYear,
        _ => null,
    };

    private static object? OfDuration(TimeSpan duration, string member) => member switch
    {
        "days" => duration.Days,
        "hours" => duration.Hours,
        "minutes" => duration.Minutes,
        "seconds" => duration.Seconds,
        "milliseconds" => duration.Milliseconds,
        "total_days" => duration.TotalDays,
        "total_hours" => duration.TotalHours,
        "total_minutes" => duration.TotalMinutes,
        "total_seconds" => duration.TotalSeconds,
        "total_milliseconds" => duration.TotalMilliseconds,
        _ => null,
    };
}

/// <summary>Elements of lists: out of range is null in JSON, and a fault elsewhere.</summary>
internal sealed class ElementAccessor : IListAccessor
{
    public static readonly ElementAccessor Instance = new();

    public int GetLength(TemplateContext context, SourceSpan span, object target) => ((TemplateList)target).Count;

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index)
    {
        var list = (TemplateList)target;
        if (index >= 0 && index < list.Count)
        {
            var value = list[index];
            ((RenderContext)context).FoundNothing = value is null && list.IsLenient;
            return value;
        }

        if (!list.IsLenient)
        {
            throw new TemplateFaultException(
                FormattableString.Invariant($"there is no element {index} in a list of {list.Count}"), span.Start.Offset);
        }

        ((RenderContext)context).FoundNothing = true;
        return null;
    }

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value) =>
        throw new TemplateFaultException("a list cannot be changed: a template changes no data", span.Start.Offset);
}
