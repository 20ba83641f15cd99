using Microsoft.Extensions.DependencyInjection;

namespace HerogiDsl;

/// <summary>Configures the runtime: <c>AddHerogi(herogi => herogi.UseSqlite("herogi.db").AddScenarios())</c>.</summary>
public interface IHerogiBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds what an assembly's <c>.herogi</c> files declare; the generated <c>AddScenarios()</c> calls it.</summary>
    IHerogiBuilder AddScenarios(ScenarioModule module);
}
