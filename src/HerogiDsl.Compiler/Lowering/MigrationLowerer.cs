using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

// example: migrate AddToCompany -> Associate { set plan = Plan.Free }
/// <summary>The methods that run the blocks of `migrate`s, and those that start the timers of a state without a transition.</summary>
internal sealed class MigrationLowerer(ScenarioPlan plan)
{
    private readonly List<MigrationModel> _migrations = [];
    private readonly List<MethodModel> _methods = [];

    public (EquatableArray<MigrationModel> Migrations, IReadOnlyList<MethodModel> Methods) Lower()
    {
        foreach (var migration in plan.Scenario.Migrations)
            Add(migration);
        AddTimers();
        AddDefaults();
        return (_migrations.ToEquatableArray(), _methods);
    }

    private void Add(BoundMigration migration)
    {
        var method = plan.Tables.MethodNames.Take("Migrate" + migration.From);
        var code = plan.Tables.NewCode();
        var scope = new StepScope(EventPlace.None);
        AddReads(migration, scope, code);
        new StatementLowerer(plan.Tables, scope, migration.From, code).Lower(migration.Statements);
        _methods.Add(new MethodModel(
            SourceLines.Shortened(SourceLines.OneLine(plan.Scenario.Symbol.Origin.Text, migration.Syntax.Span)),
            $"private static void {method}(global::System.Text.Json.JsonElement json, {Names.StepContext} context)",
            code.ToLines()));
        _migrations.Add(new MigrationModel(
            FingerprintBuilder.IdOf(migration, plan.Scenario), migration.From, migration.Syntax.To.Text, method));
    }

    private void AddReads(BoundMigration migration, StepScope scope, CodeBuilder code)
    {
        var reads = ReadData.In(migration);
        if (reads.Count == 0)
            return;
        code.Add($"var fields = new {Names.JsonFields}(json, {CSharpLiteral.Text($"state '{migration.From}'")});");
        foreach (var datum in reads)
        {
            var @default = plan.Tables.Defaults.Default(datum.Default, datum.Type, plan.Scenario.Symbol.Origin.Text);
            var value = plan.Tables.Types.ReadField(datum.Type, datum.Name, @default);
            code.Add($"{plan.Tables.Types.Name(datum.Type)} {scope.Declare(datum, datum.Type.IsNullable)} = {value};");
        }

        code.Add("fields.Checked(true);");
    }

    // A default that is no constant is computed, and so it is for sessions that began without the datum.
    private void AddDefaults()
    {
        var text = plan.Scenario.Symbol.Origin.Text;
        var code = plan.Tables.NewCode();
        code.Add($"var fields = new {Names.JsonFields}(json, \"session\");");
        var begun = code.ToLines();
        foreach (var datum in plan.Scenario.Symbol.Session)
        {
            if (datum.Default is not { } @default || plan.Tables.Defaults.Default(@default, datum.Type, text) is not null)
                continue;
            var name = CSharpLiteral.Text(datum.Name);
            var scope = new StepScope(EventPlace.None);
            code.Add($"if (fields.IsMissing({name}{(datum.Type.IsNullable ? "" : ", orNull: true")}))");
            code.Open();
            new StatementLowerer(plan.Tables, scope, datum.Name, code).Lower(
                [new BoundSet(datum, @default, text, datum.Declaration.Span)]);
            code.Close();
        }

        if (code.ToLines() != begun)
        {
            _methods.Add(new MethodModel(
                "",
                $"public void AddDefaults(global::System.Text.Json.JsonElement json, {Names.StepContext} context)",
                code.ToLines()));
        }
    }

    // A session may be put into any state by hand. In one that it is migrated to, `after` runs from the moment at which it
    // entered the state that it is migrated from.
    private void AddTimers()
    {
        var code = plan.Tables.NewCode();
        var targets = plan.Scenario.States
            .Where(state => state.Symbol.Kind == StateKind.State && plan.TimersOf(state).Count > 0)
            .ToArray();
        code.Add("switch (state)");
        code.Open();
        foreach (var state in targets)
        {
            var record = plan.Tables.Names.StateRecord(state.Symbol);
            var method = plan.Tables.MethodNames.Take("StartTimersOf" + plan.Record(state.Symbol));
            code.Add($"case {record} current:");
            code.Add($"    {method}(current, context);");
            code.Add("    break;");
            _methods.Add(TimersOf(state, $"private static void {method}({record} state, {Names.StepContext} context)"));
        }

        code.Close();
        if (targets.Length > 0)
        {
            _methods.Insert(0, new MethodModel(
                "", $"public void StartTimers({Names.IState} state, {Names.StepContext} context)", code.ToLines()));
        }
    }

    private MethodModel TimersOf(BoundState state, string signature)
    {
        var code = plan.Tables.NewCode();
        var scope = new StepScope(EventPlace.None);
        foreach (var datum in plan.AtRest(state.Symbol))
        {
            var property = plan.Tables.Names.DataProperty(state.Symbol, datum.Symbol);
            scope.SetData(
                datum.Symbol, new DataPlace("state." + property, DataLowerer.TypeOf(datum).IsNullable, IsLocal: false));
        }

        new TimerLowerer(plan, scope, code).Lower(state);
        return new MethodModel("", signature, code.ToLines());
    }

    /// <summary>Finds what a block reads before it sets it.</summary>
    private sealed class ReadData : IFlowListener
    {
        private readonly List<SessionSymbol> _found = [];

        public static IReadOnlyList<SessionSymbol> In(BoundMigration migration)
        {
            var listener = new ReadData();
            new StatementFlow(new ExpressionFlow(listener), listener)
                .Walk(migration.Statements, new FlowState(ImmutableHashSet<SessionSymbol>.Empty, []));
            return listener._found;
        }

        public void Unset(SessionSymbol datum, Text.SourceLocation at)
        {
            if (!_found.Contains(datum))
                _found.Add(datum);
        }

        public void MayBeNull(BoundNotNull value, string? path, Text.SourceLocation at)
        {
        }

        public void NullHole(Templates.TemplatePlace place, Text.SourceLocation at)
        {
        }

        public void RunBegins(BoundRun run)
        {
        }

        public void RunEnds()
        {
        }
    }
}
