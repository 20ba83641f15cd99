using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>The session data that a new instance begins with.</summary>
internal static class InitialData
{
    /// <summary>Declares what has a value from the beginning and is certain in the state that is entered.</summary>
    public static void Declare(ScenarioPlan plan, StepScope scope, CodeBuilder code, StateSymbol target)
    {
        var text = plan.Scenario.Symbol.Origin.Text;
        foreach (var certain in plan.OnEntry(target))
        {
            var datum = certain.Symbol;
            if (!datum.HasInitialValue || scope.Find(datum) is not null)
                continue;
            var value = datum.Default is { } @default
                ? new ExpressionLowerer(plan.Tables, scope, text).Argument(@default, datum.Type)
                : "null";
            var span = datum.Default?.Span ?? datum.Declaration.Name.Span;
            var type = plan.Tables.Types.Name(datum.Type);
            code.AddMapped($"{type} {scope.Declare(datum, datum.Type.IsNullable)} = ", value, ";", text, span);
        }
    }
}
