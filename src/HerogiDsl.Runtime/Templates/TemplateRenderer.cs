using System.Runtime.CompilerServices;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Templates;

namespace HerogiDsl.Runtime.Templates;

/// <summary>Renders the templates of steps and connections; each is compiled once.</summary>
internal sealed class TemplateRenderer(ApplicationSettings settings) : ITemplateRenderer
{
    private readonly ConditionalWeakTable<TemplateDefinition, CompiledTemplate> _compiled = [];
    private readonly ConditionalWeakTable<TemplateDefinition, Plain> _plain = [];

    public string? Render(
        TemplateDefinition template,
        StepContext context,
        IEvent? @event,
        ReadOnlySpan<TemplateValue> session,
        ReadOnlySpan<TemplateValue> parameters) =>
        Render(template, new TemplateScope(new StepTemplateValues(context), context.Now)
        {
            Event = @event,
            Session = new NamedValues(session),
            Meta = new MetaValues(context),
            Config = new SettingValues("config", "Config", settings.FindConfig),
            Parameters = Pairs(parameters),
        });

    /// <summary>Renders a template of a connection: it sees <c>config</c> and <c>secret</c>.</summary>
    /// <exception cref="ScenarioFaultException">It cannot be rendered.</exception>
    public string RenderConnection(TemplateDefinition template, DateTimeOffset now)
    {
        var plain = _plain.GetValue(template, static template => new(SettingsText.TryRead(template.Text))).Text;
        if (plain is null)
            return RenderAnew(template, now);
        if (plain.Find(settings) is { } text)
            return text;
        var values = plain.Read(settings);
        return plain.Remember(values, RenderAnew(template, now));
    }

    private string RenderAnew(TemplateDefinition template, DateTimeOffset now) =>
        Render(template, new TemplateScope(new StepTemplateValues(null), now)
        {
            Config = new SettingValues("config", "Config", settings.FindConfig),
            Secret = new SettingValues("secret", "Secrets", settings.FindSecret),
        }) ?? "";

    private string? Render(TemplateDefinition template, TemplateScope scope)
    {
        try
        {
            var compiled = _compiled.GetValue(
                template, static template => CompiledTemplate.Compile(template.Text, PlaceOf(template.Use)));
            return compiled.RenderOptional(scope);
        }
        catch (TemplateFaultException fault)
        {
            throw new ScenarioFaultException(fault.Message, template.Locate(Math.Max(0, fault.Offset)));
        }
    }

    private static KeyValuePair<string, object?>[] Pairs(ReadOnlySpan<TemplateValue> values)
    {
        if (values.IsEmpty)
            return [];
        var pairs = new KeyValuePair<string, object?>[values.Length];
        for (var index = 0; index < values.Length; index++)
            pairs[index] = new(values[index].Name, values[index].Value);
        return pairs;
    }

    private static TemplatePlace PlaceOf(TemplateUse use) => use switch
    {
        TemplateUse.Json => TemplatePlace.Json,
        TemplateUse.Path => TemplatePlace.Path,
        TemplateUse.Query => TemplatePlace.Query,
        TemplateUse.Form => TemplatePlace.Form,
        TemplateUse.Url => TemplatePlace.Url,
        TemplateUse.Html => TemplatePlace.Html,
        TemplateUse.Header => TemplatePlace.Header,
        TemplateUse.Key => TemplatePlace.Key,
        TemplateUse.Subject => TemplatePlace.Subject,
        TemplateUse.Address => TemplatePlace.Address,
        TemplateUse.Text => TemplatePlace.Text,
        TemplateUse.Log => TemplatePlace.Log,
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "a use of templates that is not known"),
    };

    /// <param name="Text">Null where a template does more than name settings.</param>
    private sealed record Plain(SettingsText? Text);
}
