using System.Reflection;
using System.Text;
using HerogiDsl.Benchmarks.HandWritten;
using HerogiDsl.Benchmarks.Measuring;
using HerogiDsl.Benchmarks.Scenarios;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Templates;
using Microsoft.Extensions.Configuration;

namespace HerogiDsl.Benchmarks.Running;

/// <summary>A body of text and three holes: written by generated code, and as Scriban renders it.</summary>
internal static class TemplateBenchmarks
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;

    private static readonly Type StepFunction =
        HerogiScenarios.Module.Scenarios.Single(scenario => scenario.Name == "Contacts").GetType();

    public static void Run()
    {
        Report.Title("A JSON body of text and three holes, against constant UTF-8 segments with escaped values");
        var contact = new Contact("ada.lovelace@acme.example", "Ada", "Analytical Engines Ltd");
        var write = Generated();
        var render = Scriban();
        var expected = Encoding.UTF8.GetString(HandTemplate.Write(contact));
        if (write(contact) != expected || render(contact) != expected)
            throw new InvalidOperationException("the three ways do not give the same text");
        Tell("generated code", () => write(contact), contact);
        Tell("Scriban, its context used again", () => render(contact), contact);
    }

    private static void Tell(string name, Action ours, Contact contact)
    {
        var pair = Pair.Measure(ours, () => HandTemplate.Write(contact));
        Report.Times(name, pair);
    }

    private static Func<Contact, string> Generated() =>
        StepFunction.GetMethods(Hidden).Single(method => method.ReturnType == typeof(string)).CreateDelegate<Func<Contact, string>>();

    private static Func<Contact, string> Scriban()
    {
        var renderer = new TemplateRenderer(new ApplicationSettings(new ConfigurationBuilder().Build()));
        var template = StepFunction.GetFields(Hidden)
            .Select(field => field.GetValue(null)).OfType<TemplateDefinition>().Single();
        var context = new StepContext(StepBenchmarks.Inputs("Contacts", "Told", "Contact", renderer));
        return contact => context.Render(template, contact, [], []);
    }
}
