using HerogiDsl;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Acme.Onboarding.Hosting;

/// <summary>An ordinary .NET host that runs every scenario of this project.</summary>
internal static class OnboardingHost
{
    public static IHost Build(Workplace workplace)
    {
        var builder = Host.CreateApplicationBuilder();
        // An application has these in its appsettings.json and its user secrets.
        builder.Configuration["HerogiDsl:Config:hubSpotUrl"] = workplace.HubSpot.AbsoluteUri.TrimEnd('/');
        builder.Configuration["HerogiDsl:Secrets:hubSpotToken"] = workplace.Token;
        builder.Configuration["HerogiDsl:Config:mailUrl"] = workplace.MailServer ?? $"pickup:{workplace.MailFolder}";
        // The display has the console to itself.
        builder.Logging.ClearProviders();
        builder.Services.AddHerogi(herogi => herogi.UseSqlite(workplace.Database).AddScenarios());
        return builder.Build();
    }
}
