using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Binding.Statements;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Compiler.Binding.Scenarios;

// example: migrate AddToCompany -> Associate { set plan = Plan.Free }
/// <summary>Binds the `migrate`s of a scenario.</summary>
internal sealed class MigrationBinder(
    BinderEnvironment environment, StatementBinder statements, ScenarioSymbol scenario, BodySorter sorter)
{
    private readonly MigrateSyntax[] _syntaxes = [.. scenario.Declaration.Members.OfType<MigrateSyntax>()];

    private readonly Dictionary<string, LockedSession?> _locked = new(StringComparer.Ordinal);

    private readonly BindingContext _context = new(scenario.Origin, Surroundings.Migration)
    {
        Scenario = scenario,
        Leaving = "a 'migrate'",
    };

    public ImmutableArray<BoundMigration> Bind()
    {
        var bound = ImmutableArray.CreateBuilder<BoundMigration>();
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var syntax in _syntaxes)
        {
            var target = FindTarget(syntax);
            var migration = new BoundMigration(syntax, target, LockedData(syntax.From.Text), BindBlock(syntax));
            if (!sources.Add(syntax.From.Text))
                ReportRepeated(syntax);
            else if (target is not null || LeadsOn(syntax.To.Text))
                bound.Add(migration);
        }

        return bound.ToImmutable();
    }

    /// <summary>The states that sessions which the lock knows are migrated to.</summary>
    public IEnumerable<StateSymbol> Targets() => _syntaxes
        .Where(syntax => LockedData(syntax.From.Text) is not null)
        .Select(syntax => scenario.FindState(syntax.To.Text))
        .OfType<StateSymbol>()
        .Distinct();

    /// <summary>The states of this build that the locked one had as well, and that no `migrate` leads away from.</summary>
    public IEnumerable<StateSymbol> LockedStates() => scenario.States.Where(state =>
        state.Kind == StateKind.State && LockedData(state.Name) is { Form.IsRetired: false }
        && _syntaxes.All(syntax => syntax.From.Text != state.Name));

    public IReadOnlyDictionary<StateSymbol, LockedSession> DataOf(ImmutableArray<StateSymbol> states) =>
        states.ToDictionary(
            state => state, state => LockedData(state.Name) ?? throw new InvalidOperationException(state.Name));

    private LockedSession? LockedData(string state)
    {
        if (_locked.TryGetValue(state, out var known))
            return known;
        var found = environment.Locked is { } types
            && types.Shapes.File.FindScenario(scenario.Name)?.FormOf(state) is { } form
                ? LockedSession.Of(form, scenario, types)
                : null;
        _locked.Add(state, found);
        return found;
    }

    // A state that is gone may be passed through: chains are followed.
    private StateSymbol? FindTarget(MigrateSyntax syntax) =>
        scenario.FindState(syntax.To.Text)
        ?? (LeadsOn(syntax.To.Text) ? null : TransitionBinder.FindState(syntax.To, _context, environment));

    private bool LeadsOn(string state)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Add(state))
        {
            if (_syntaxes.FirstOrDefault(syntax => syntax.From.Text == state) is not { } next)
                return false;
            if (scenario.FindState(next.To.Text) is not null)
                return true;
            state = next.To.Text;
        }

        return false;
    }

    private ImmutableArray<BoundStatement> BindBlock(MigrateSyntax syntax)
    {
        var items = sorter.SortLeaving(syntax.Items, "a 'migrate'");
        var asking = items.Where(item => ReturnsOf(item) is not null).ToArray();
        foreach (var item in asking)
            ReportAnswer(item);
        sorter.RefuseAllBut<SetSyntax>([.. items.Except(asking)], "a 'migrate'", "it has only 'set's");
        var locked = LockedData(syntax.From.Text);
        var context = _context with
        {
            Locked = locked?.Data,
            PassedThrough = LeadsOn(syntax.To.Text) ? LockedData(syntax.To.Text)?.Data : null,
        };
        var bound = ImmutableArray.CreateBuilder<BoundStatement>();
        foreach (var set in items.OfType<SetSyntax>())
        {
            bound.AddRange(statements.BindAll([set], context));
            // It acts at once: from here on it is what it was set to.
            context = context with { Locked = context.Locked?.Remove(set.Name.Text) };
        }

        return bound.ToImmutable();
    }

    private static Identifier? ReturnsOf(StatementSyntax statement) => statement switch
    {
        HttpSyntax http => http.Returns,
        EmailSyntax email => email.Returns,
        _ => null,
    };

    private void ReportAnswer(StatementSyntax statement)
    {
        if (ReturnsOf(statement) is { } returns)
        {
            environment.Report(
                FlowDiagnostics.NotWhereVisitEnds(_context.Locate(returns.Span), $"'returns {returns.Text}'", "a 'migrate'"),
                _context);
        }
    }

    private void ReportRepeated(MigrateSyntax syntax) => environment.Report(
        TypeDiagnostics.PartRepeated(
            _context.Locate(syntax.KeywordSpan), $"migrate {syntax.From.Text}", $"scenario '{scenario.Name}'"),
        _context);
}
