using HerogiDsl;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Acme.Onboarding.Watching;

/// <summary>The picture on a terminal: a bar, and how many sessions are in each state.</summary>
internal static class LivePicture
{
    private const int BarWidth = 50;

    public static IRenderable Draw(TimeSpan time, Glance glance)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("scenario").AddColumn("state");
        table.AddColumn(new TableColumn("sessions").RightAligned());
        foreach (var state in glance.States)
            table.AddRow(new Text(state.Scenario), Name(state), new Text(Number(state.Count)));
        var totals = glance.Totals;
        var figures = FormattableString.Invariant(
            $"{time.TotalSeconds:0} s   calls {totals.Calls}   retries {totals.Retries}   unknown {totals.Unknown}   mails {totals.Mails}");
        return new Rows(Bar(glance), table, new Markup($"[grey]{figures}[/]"));
    }

    private static Markup Bar(Glance glance)
    {
        var filled = (int)(BarWidth * glance.Onboarded / Math.Max(1, glance.Customers));
        var (done, open) = (new string('━', filled), new string('━', BarWidth - filled));
        return new Markup(FormattableString.Invariant(
            $"[green]{done}[/][grey]{open}[/] {glance.Onboarded} of {glance.Customers} onboarded"));
    }

    private static Text Name(StateCount state) => state.Condition switch
    {
        InstanceCondition.Active when state.State
            is nameof(CrmOnboarding.Onboarded) or nameof(WelcomeEmail.Welcomed) => new Text(state.State, Color.Green),
        InstanceCondition.Active => new Text(state.State, Color.Yellow),
        _ => new Text($"{state.State} ({state.Condition})", Color.Red),
    };

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
