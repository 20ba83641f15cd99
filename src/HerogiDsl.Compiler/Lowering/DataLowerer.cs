using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Text;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Hands session data from method to method and into the records of the states.</summary>
internal sealed class DataLowerer(ScenarioTables tables, StepScope scope)
{
    /// <summary>The type of a datum where it is certain.</summary>
    public static TypeSymbol TypeOf(CertainDatum datum) =>
        datum.IsNotNull ? datum.Symbol.Type.Underlying : datum.Symbol.Type;

    /// <summary>A datum's value for a place of its certain type; <paramref name="span"/> is where a null would be a fault.</summary>
    public string Value(CertainDatum datum, SourceText text, TextSpan span)
    {
        var (type, name) = (TypeOf(datum), datum.Symbol.Name);
        if (scope.Find(datum.Symbol) is not { } place)
            return $"{Names.Fault}.Unset<{tables.Types.Name(type)}>({CSharpLiteral.Text(name)})";
        if (!place.IsNullable || type.IsNullable)
            return place.Text;
        var at = text.GetPosition(span.Start);
        return $"{place.Text} ?? throw {Names.Fault}.Null({CSharpLiteral.Text("session." + name)}, "
            + $"{CSharpLiteral.Text(text.Path)}, {at.Line + 1}, {at.Column + 1})";
    }
}
