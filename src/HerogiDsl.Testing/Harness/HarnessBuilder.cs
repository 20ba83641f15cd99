using Microsoft.Extensions.DependencyInjection;

namespace HerogiDsl.Testing.Harness;

/// <summary>Passes modules on to the runtime, with their actions redirected to the harness.</summary>
internal sealed class HarnessBuilder(IHerogiBuilder inner) : IHerogiBuilder
{
    public IServiceCollection Services => inner.Services;

    public IHerogiBuilder AddScenarios(ScenarioModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        inner.AddScenarios(ScriptedActions.Redirect(module));
        return this;
    }
}
