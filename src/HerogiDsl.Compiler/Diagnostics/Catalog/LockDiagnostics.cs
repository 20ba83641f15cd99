using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics.Catalog;

/// <summary>HRG6xxx: what sessions in flight could not survive, by `herogi.lock`.</summary>
internal static class LockDiagnostics
{
    public static Diagnostic ScenarioGone(SourceLocation at, string scenario) =>
        new(DiagnosticDescriptors.LockedStateGone, at, $"scenario '{scenario}' is gone, and sessions may be in it")
        {
            Hint = "bring it back until none is, and then run 'herogi lock --forget'",
        };

    public static Diagnostic StatesGone(SourceLocation at, string scenario, IReadOnlyList<string> states, bool isEnd) =>
        new(
            DiagnosticDescriptors.LockedStateGone,
            at,
            states.Count == 1
                ? $"state '{states[0]}' of scenario '{scenario}' is {(isEnd ? "an end now" : "gone")}, and sessions may be in it"
                : $"the states {WayOut.List(states)} of scenario '{scenario}' are gone, and sessions may be in them")
        {
            Hint = $"say where they go on: migrate {states[0]} -> SomeState",
        };

    public static Diagnostic LacksData(
        SourceLocation at, string state, IReadOnlyList<string> missing, IReadOnlyList<string> nullable) =>
        new(DiagnosticDescriptors.LockedStateLacksData, at, Lacking(state, missing, nullable))
        {
            Hint = $"give {(missing.Count + nullable.Count == 1 ? "it a value" : "them values")}: "
                + $"migrate {state} -> {state} {{ {string.Join("  ", missing.Concat(nullable).Select(name => $"set {name} = …"))} }}"
                + (missing.Count > 0 ? "; or a default" : ""),
        };

    public static Diagnostic DatumChanged(SourceLocation at, string datum, string before, string now, string state) =>
        new(
            DiagnosticDescriptors.LockedShapeChanged,
            at,
            $"'session.{datum}' was {WayOut.A(before)} and is {WayOut.A(now)} now: what sessions hold cannot be read")
        {
            Hint = $"convert it: migrate {state} -> {state} {{ set {datum} = … }}; or give the new datum another name",
        };

    public static Diagnostic FieldChanged(SourceLocation at, string field, string owner, string before, string now) =>
        new(
            DiagnosticDescriptors.LockedShapeChanged,
            at,
            $"field '{field}' of {owner} was {WayOut.A(before)} and is {WayOut.A(now)} now: what was stored cannot be read")
        {
            Hint = "keep its type, and give the new field another name",
        };

    public static Diagnostic FieldRequired(SourceLocation at, string field, string owner) =>
        new(DiagnosticDescriptors.LockedShapeChanged, at, $"field '{field}' of {owner} is new, and what was stored does not have it")
        {
            Hint = "let it be null with '?', or give it a default",
        };

    public static Diagnostic ValuesGone(SourceLocation at, string @enum, IReadOnlyList<string> values) =>
        new(
            DiagnosticDescriptors.LockedShapeChanged,
            at,
            $"enum '{@enum}' has lost {WayOut.List(values)}, and {(values.Count == 1 ? "it" : "they")} may be stored")
        {
            Hint = "keep " + (values.Count == 1 ? "it" : "them"),
        };

    public static Diagnostic Unreadable(SourceLocation at, string why) =>
        new(DiagnosticDescriptors.LockUnreadable, at, "the lock cannot be read: " + why)
        {
            Hint = "take the file from the version control as it was last committed, and run 'herogi lock'",
        };

    public static Diagnostic Newer(SourceLocation at, int version, int known) =>
        new(
            DiagnosticDescriptors.LockUnreadable,
            at,
            $"the lock was written by a newer version (its format is {version}, this version reads up to {known})")
        {
            Hint = "use the version of HerogiDsl that wrote it, or a later one",
        };

    public static Diagnostic UselessMigrate(SourceLocation at, string from, string scenario, string? nearest) =>
        new(
            DiagnosticDescriptors.UselessMigrate,
            at,
            $"the lock knows no state '{from}' of scenario '{scenario}': no session can be in it")
        {
            Hint = nearest is null ? "remove this 'migrate'" : $"did you mean '{nearest}'? otherwise remove this 'migrate'",
        };

    private static string Lacking(string state, IReadOnlyList<string> missing, IReadOnlyList<string> nullable)
    {
        var parts = new List<string>();
        if (missing.Count > 0)
            parts.Add($"{Names(missing)} {Is(missing)} certain in state '{state}' now, and {Was(missing)} not before");
        if (nullable.Count > 0)
            parts.Add($"{Names(nullable)} {Is(nullable)} never null in state '{state}' now, and might be before");
        return string.Join("; ", parts) + ": sessions that are there lack " + (missing.Count + nullable.Count == 1 ? "it" : "them");
    }

    private static string Names(IReadOnlyList<string> data) => string.Join(", ", data.Select(name => $"'session.{name}'"));

    private static string Is(IReadOnlyList<string> data) => data.Count == 1 ? "is" : "are";

    private static string Was(IReadOnlyList<string> data) => data.Count == 1 ? "was" : "were";
}
