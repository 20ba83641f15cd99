using System.Text;

namespace HerogiDsl.Compiler.Locking;

// example: scenario Acme.Onboarding.CrmOnboarding state CompanyRegister has customer: Acme.Onboarding.Register
/// <summary>Writes a lock: a fact a line, in the order of their characters, so that a change of a fact is a changed line.</summary>
internal static class LockWriter
{
    public const int Version = 1;

    public const string Header = "herogi.lock";

    private const string Note = "# Written by 'herogi lock': commit it, and leave it to that command.";

    public static string Write(LockFile file)
    {
        var text = new StringBuilder();
        text.Append(Header).Append(' ').Append(Version.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
        text.Append(Note).Append('\n');
        var facts = file.Scenarios.SelectMany(Facts).Concat(file.Types.SelectMany(Facts));
        foreach (var fact in facts.OrderBy(fact => fact, StringComparer.Ordinal))
            text.Append(fact).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Facts(LockedScenario scenario)
    {
        var owner = "scenario " + scenario.FullName;
        yield return owner;
        if (scenario.IsOnce)
            yield return owner + " once";
        foreach (var datum in scenario.Session)
            yield return $"{owner} session {datum.Name}: {datum.Type.Text}{Default(datum.HasDefault)}";
        foreach (var state in scenario.States)
        {
            var place = $"{owner} {(state.IsRetired ? "retired" : "state")} {state.Name}";
            yield return place;
            foreach (var datum in state.Data)
                yield return $"{place} has {datum.Name}: {datum.Type.Text}";
        }
    }

    private static IEnumerable<string> Facts(LockedType type)
    {
        var owner = type.Kind.ToString().ToLowerInvariant() + " " + type.FullName;
        yield return owner;
        if (type.Origin.Length > 0)
            yield return $"{owner} from {type.Origin}{(type.Body is { } body ? " as " + body.Text : "")}";
        foreach (var value in type.Values)
            yield return $"{owner} value {value}";
        foreach (var field in type.Fields)
            yield return $"{owner} field {field.Name}{JsonName(field)}: {field.Type.Text}{Default(field.HasDefault)}";
    }

    private static string JsonName(LockedField field) =>
        field.JsonName == field.Name ? "" : $" as \"{LockedText.Escape(field.JsonName)}\"";

    private static string Default(bool hasDefault) => hasDefault ? " = default" : "";
}
