using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics.Catalog;

/// <summary>HRG2xxx: values, types, parts.</summary>
internal static class TypeDiagnostics
{
    public static Diagnostic WrongOperands(SourceLocation at, string @operator, string left, string right) =>
        new(DiagnosticDescriptors.WrongOperands, at, $"'{@operator}' does not take '{left}' and '{right}'")
        {
            Hint = OperandHint(@operator, left, right),
        };

    public static Diagnostic WrongOperand(SourceLocation at, string @operator, string operand, string wanted) =>
        new(DiagnosticDescriptors.WrongOperands, at, $"'{@operator}' does not take '{operand}'")
        {
            Hint = $"it takes {wanted}",
        };

    public static Diagnostic WrongArgument(SourceLocation at, string function, string type, string wanted) =>
        new(DiagnosticDescriptors.WrongOperands, at, $"function '{function}' does not take '{type}' here")
        {
            Hint = $"it takes {wanted}",
        };

    public static Diagnostic JsonWithoutType(SourceLocation at, string what) =>
        new(DiagnosticDescriptors.WrongOperands, at, $"{what} is 'json', and nothing here says of which type it should be")
        {
            Hint = "use text(x) or number(x), or compare it with a value of the type that is wanted",
        };

    public static Diagnostic NotWholeDays(SourceLocation at) =>
        new(DiagnosticDescriptors.WrongOperands, at, "a date moves by whole days only")
        {
            Hint = "use a duration of days or weeks, such as 3d",
        };

    public static Diagnostic WrongValueType(SourceLocation at, string type, string place, string wanted) =>
        new(DiagnosticDescriptors.WrongValueType, at, $"{WayOut.A(type)} cannot be {place}, which is {WayOut.A(wanted)}")
        {
            Hint = ConversionHint(type, wanted),
        };

    public static Diagnostic BranchesDiffer(SourceLocation at, string first, string second) =>
        new(
            DiagnosticDescriptors.WrongValueType,
            at,
            $"this branch gives {WayOut.A(second)}, the first one {WayOut.A(first)}")
        {
            Hint = "both branches of an 'if … then … else …' give one type",
        };

    public static Diagnostic MayBeNull(SourceLocation at, string what, string? way, SourceLocation? unproved = null) =>
        new(DiagnosticDescriptors.MayBeNull, at, $"'{what}' may be null, and a value is needed here")
        {
            Hint = way ?? "give a value for that case with '??', or prove it with 'is not null'",
            Related = unproved is null ? [] : [new RelatedLocation(unproved, "this way here does not prove it")],
        };

    public static Diagnostic IsNull(SourceLocation at, string place, string wanted) =>
        new(DiagnosticDescriptors.MayBeNull, at, $"null cannot be {place}, which is {WayOut.A(wanted)}")
        {
            Hint = $"{WayOut.A(wanted + "?")} may be null",
        };

    public static Diagnostic ConditionNotBool(SourceLocation at, string type) =>
        new(DiagnosticDescriptors.ConditionNotBool, at, $"a condition is a 'bool', this is {WayOut.A(type)}")
        {
            Hint = "compare it with something",
        };

    public static Diagnostic WrongFields(SourceLocation at, string type, string faults, string fields) =>
        new(DiagnosticDescriptors.WrongFields, at, $"this is no '{type}': {faults}") { Hint = $"'{type}' has {fields}" };

    public static Diagnostic SecretOutsideConnection(SourceLocation at) =>
        new(DiagnosticDescriptors.SecretOutsideConnection, at, "'secret' can be read in a connection only")
        {
            Hint = "put it into a header of the connection, so that it stays out of database, log and history",
        };

    public static Diagnostic ContainsItself(SourceLocation at, string name, string path) =>
        new(DiagnosticDescriptors.RecordContainsItself, at, $"'{name}' contains itself: {path}")
        {
            Hint = "put a list, a map or '?' between",
        };

    public static Diagnostic ConstantComparison(SourceLocation at, string what, bool value) =>
        new(DiagnosticDescriptors.ConstantComparison, at, $"this is always {(value ? "true" : "false")}: {what}");

    public static Diagnostic PartRepeated(SourceLocation at, string part, string owner) =>
        new(DiagnosticDescriptors.PartNotAllowed, at, $"{owner} has a second '{part}'")
        {
            Hint = $"'{part}' may stand once",
        };

    public static Diagnostic PartNotAllowed(SourceLocation at, string part, string owner, string way) =>
        new(DiagnosticDescriptors.PartNotAllowed, at, $"{part} cannot stand in {owner}") { Hint = way };

    public static Diagnostic PartMissing(SourceLocation at, string owner, string missing) =>
        new(DiagnosticDescriptors.PartNotAllowed, at, $"{owner} has no {missing}");

    private static string? OperandHint(string @operator, string left, string right) =>
        left.StartsWith("json", StringComparison.Ordinal) && right.StartsWith("json", StringComparison.Ordinal)
            ? "use text(x) or number(x) to say which type is wanted"
            : @operator == "+" && (left == "string" || right == "string") ? "text(x) makes a string of a value"
            : null;

    private static string? ConversionHint(string type, string wanted) => (type, wanted) switch
    {
        ("decimal", "int") => "whole(x) cuts a decimal to an int, round(x, 0) rounds it",
        (_, "string") => "text(x) makes a string of a value",
        ("string", "int" or "decimal") => "number(x) reads a number from a string",
        ("string", "date") => "parseDate(s) reads a date from a string",
        ("string", "datetime") => "parseDateTime(s) reads a datetime from a string",
        ("string", "json") => "parseJson(s) reads JSON from a string",
        _ => null,
    };
}
