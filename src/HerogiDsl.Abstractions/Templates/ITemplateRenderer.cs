namespace HerogiDsl;

/// <summary>Renders templates for a step; the runtime implements it.</summary>
public interface ITemplateRenderer
{
    /// <summary>Renders a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="context">The step: <c>meta</c>, <c>config</c> and the time.</param>
    /// <param name="event">What <c>event</c> is here; null for none.</param>
    /// <param name="session">The session data that the template names.</param>
    /// <param name="parameters">The parameters that the template names.</param>
    /// <returns>The text; null where a query or form parameter is to be left out.</returns>
    /// <exception cref="ScenarioFaultException">The template cannot be rendered.</exception>
    string? Render(
        TemplateDefinition template,
        StepContext context,
        IEvent? @event,
        ReadOnlySpan<TemplateValue> session,
        ReadOnlySpan<TemplateValue> parameters);
}
