using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>The interfaces by which the application does `extern` actions: one for each scenario, one for each namespace's own.</summary>
internal sealed class ContractLowerer(NameTable names)
{
    private readonly CSharpTypes _types = new(names);

    /// <summary>The interface of a scenario's own actions; null where it has none.</summary>
    public ContractModel? Lower(ScenarioSymbol scenario) => Lower(
        scenario.Actions,
        CSharpNames.ActionContract(scenario.Name),
        CSharpNames.ActionCalls(scenario.Name),
        $"What the application does for the scenario <c>{scenario.Name}</c>: its <c>extern</c> actions.");

    /// <summary>The interfaces of the actions outside of scenarios.</summary>
    public IEnumerable<ContractFileModel> Lower(IEnumerable<ActionSymbol> actions)
    {
        foreach (var group in actions.GroupBy(action => action.Origin.Namespace, StringComparer.Ordinal))
        {
            var (contract, calls) = names.SharedContract(group.Key);
            var place = group.Key.Length == 0 ? "" : $" of <c>{group.Key}</c>";
            var model = Lower(
                group,
                contract,
                calls,
                $"What the application does for every scenario{place}: the <c>extern</c> actions outside of scenarios.");
            if (model is not null)
            {
                yield return new ContractFileModel(
                    (group.Key.Length == 0 ? "" : group.Key + ".") + contract + ".g.cs", CSharpNames.EscapeNamespace(group.Key), model);
            }
        }
    }

    private ContractModel? Lower(IEnumerable<ActionSymbol> actions, string name, string calls, string summary)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var methods = actions.Where(action => action.IsExtern && IsSound(action))
            .Select(action => LowerMethod(action, taken))
            .ToEquatableArray();
        return methods.Count == 0 ? null : new ContractModel(name, calls, summary, methods);
    }

    private static bool IsSound(ActionSymbol action) =>
        action.Parameters.All(parameter => !parameter.Type.IsError)
        && (action.Returns is not null || action.Declaration.Body is ExternActionBodySyntax { Returns: null });

    private ContractMethodModel LowerMethod(ActionSymbol action, HashSet<string> taken)
    {
        var method = CSharpNames.Numbered(CSharpNames.Pascal(action.Name).TrimStart('@') + "Async", taken);
        var locals = new HashSet<string>(action.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        var (context, token) = (CSharpNames.Numbered("context", locals), CSharpNames.Numbered("cancellationToken", locals));
        return new ContractMethodModel(
            method,
            action.RuntimeName,
            action.Name,
            action.Returns is null ? null : names.Global(action.Returns),
            action.Parameters.Select(parameter => new ContractParameterModel(
                CSharpNames.Escape(parameter.Name),
                parameter.Name,
                _types.Name(parameter.Type),
                _types.ReadField(parameter.Type, parameter.Name, parameter.Type.IsNullable ? "null" : null))).ToEquatableArray(),
            context,
            token,
            ScenarioTables.Position(action.Origin.Text, action.Declaration.KeywordSpan.Start),
            GraphLowerer.Lines(action.Declaration.Documentation));
    }
}
