using System.Collections;
using HerogiDsl.Escaping;
using HerogiDsl.Templates.Escaping;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Rendering;

/// <summary>Scriban's context with our values, our limits and our output; made once and used again.</summary>
internal sealed class RenderContext : TemplateContext
{
    /// <summary>A list longer than this is no body of a call.</summary>
    public const int MaxLoops = 100_000;

    private static readonly ScriptObject Functions = Builtins.Create();

    private readonly ScriptObject globals = [];
    private TemplateScope? scope;

    public RenderContext()
        : base(Functions)
    {
        LoopLimit = MaxLoops;
        LoopLimitQueryable = MaxLoops;
        OutputLimit = PlaceRules.MaxLength;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        OnStringLimit = ScriptLimitBehavior.Throw;
        RecursiveLimit = 100;
        ObjectRecursionLimit = 64;
        LimitToString = PlaceRules.MaxLength;
        RegexTimeOut = TimeSpan.FromSeconds(1);
        AutoIndent = false;
        PushGlobal(globals);
    }

    public ITemplateValues Values => Scope.Values;

    public DateTimeOffset Now => Scope.Now;

    /// <summary>Whether the null read last is something missing in JSON.</summary>
    public bool FoundNothing { get; set; }

    private TemplateScope Scope => scope ?? throw new InvalidOperationException("nothing is being rendered");

    public void Enter(TemplateScope values, TemplateOutput output)
    {
        scope = values;
        PushOutput(output);
        globals["event"] = See(values.Event);
        globals["session"] = See(values.Session);
        globals["meta"] = See(values.Meta);
        globals["config"] = See(values.Config);
        if (values.Secret is { } secret)
        {
            globals["secret"] = See(secret);
        }

        foreach (var (name, value) in values.Parameters)
        {
            globals[name] = See(value);
        }
    }

    public void Leave()
    {
        PopOutput();
        globals.Clear();
        scope = null;
    }

    /// <summary>A value as templates see it.</summary>
    public object? See(object? value)
    {
        if (value is null or string or bool or long or int or decimal or DateTimeOffset or ScriptObject or ScriptArray or RawText)
        {
            return value;
        }

        var seen = Values.Convert(value);
        if (seen is null || ScalarText.Of(seen) is not null)
        {
            return seen;
        }

        return seen is not IScriptObject && Values.TryGetItems(seen, out var items) && items is not null
            ? new TemplateList(seen, items, this)
            : seen;
    }

    /// <summary>A whole value as JSON.</summary>
    public string Json(object? value)
    {
        var json = new TextBuffer();
        WholeJson.Append(json, value, this);
        return json.ToString();
    }

    /// <summary>A value as text: scalars in their own form, everything else as JSON.</summary>
    public string Text(object? value) => value is RawText raw ? Text(raw.Value) : ScalarText.Of(value) ?? Json(value);

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (Output is not TemplateOutput output)
        {
            return base.Write(span, textAsObject);
        }

        if (textAsObject is not null)
        {
            output.WriteHole(textAsObject, span, this);
        }

        return this;
    }

    public override string ObjectToString(object? value, bool nested = false) =>
        nested && value is string text ? (base.ObjectToString(text, true) ?? text) : Text(value);

    public override string GetTypeName(object? value) => value switch
    {
        null => "null",
        string or StringBuilderOutput => "string",
        RawText raw => GetTypeName(raw.Value),
        bool => "bool",
        ScriptArray or ScriptRange => "list",
        _ when ScalarText.Of(value) is not null => ScalarText.IsBare(value) ? "number" : "time",
        _ => "object",
    };

    public override object? ToObject(SourceSpan span, object? value, Type destinationType)
    {
        var wanted = Nullable.GetUnderlyingType(destinationType) ?? destinationType;
        return value switch
        {
            // An argument that was left out is none: as an empty text it would be a pattern that nothing matches.
            null when wanted == typeof(string) => null,
            RawText raw => ToObject(span, raw.Value, destinationType),
            DateTimeOffset moment when wanted == typeof(DateTime) => moment.UtcDateTime,
            DateOnly date when wanted == typeof(DateTime) => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            _ => base.ToObject(span, value, destinationType),
        };
    }

    public override IList? ToList(SourceSpan span, object? value) =>
        See(value) is TemplateList list ? list : base.ToList(span, value);

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target switch
    {
        Nothing => NothingAccessor.Instance,
        DateTimeOffset or DateTime or DateOnly or TimeSpan => TimeAccessor.Instance,
        string or IScriptObject => base.GetMemberAccessorImpl(target),
        _ => ValueAccessor.Instance,
    };

    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is TemplateList ? ElementAccessor.Instance : base.GetListAccessorImpl(target, type);
}
