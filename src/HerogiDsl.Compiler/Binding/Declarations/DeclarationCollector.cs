using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>Collects the declarations of all files, and tells names that exist twice or cannot be borne.</summary>
internal sealed class DeclarationCollector(DiagnosticBag diagnostics)
{
    private readonly DeclarationTable _table = new();

    // Records, enums, events and scenarios share one scope: each becomes a C# type of its name.
    private readonly Dictionary<(string Namespace, string Name), SourceLocation> _typeNames = [];
    private readonly Dictionary<(string Kind, string Name), SourceLocation> _simpleNames = [];

    public static DeclarationTable Collect(
        IEnumerable<SyntaxTree> trees, CompilationOptions options, DiagnosticBag diagnostics)
    {
        var collector = new DeclarationCollector(diagnostics);
        foreach (var tree in trees)
            collector.CollectFile(tree, options);
        foreach (var tree in trees)
            collector.CheckUsings(tree);
        return collector._table;
    }

    private void CollectFile(SyntaxTree tree, CompilationOptions options)
    {
        var @namespace = tree.Root.Namespace?.Text ?? options.RootNamespace;
        _table.Namespaces.Add(@namespace);
        var origin = new DeclarationOrigin(tree.Text, @namespace, [.. tree.Root.Usings.Select(name => name.Text)]);
        foreach (var declaration in tree.Root.Declarations)
            Collect(declaration, origin);
    }

    private void Collect(DeclarationSyntax declaration, DeclarationOrigin origin)
    {
        switch (declaration)
        {
            case RecordSyntax record:
                AddType(new RecordSymbol(record, origin), "record");
                break;
            case EnumSyntax @enum:
                AddType(new EnumSymbol(@enum, origin), "enum");
                break;
            case EventSyntax @event:
                AddType(new EventSymbol(@event, origin), "event");
                break;
            case ScenarioSyntax scenario:
                AddScenario(new ScenarioSymbol(scenario, origin));
                break;
            case ConnectionSyntax connection:
                NameRules.CheckPascal(connection.Name, "connection", origin.Text, diagnostics);
                var symbol = new ConnectionSymbol(connection, origin);
                Add(_table.Connections, _table.ConnectionsInOrder, symbol, declaration, origin, "connection");
                break;
            case ActionSyntax action:
                NameRules.CheckCamel(action.Name, "action", origin.Text, diagnostics);
                Add(_table.Actions, _table.ActionsInOrder, new ActionSymbol(action, origin, true), declaration, origin, "action");
                break;
        }
    }

    private void AddType(NamedTypeSymbol symbol, string kind)
    {
        var declaration = symbol switch
        {
            RecordSymbol record => record.Declaration,
            EnumSymbol @enum => @enum.Declaration,
            EventSymbol @event => (DeclarationSyntax)@event.Declaration,
            _ => throw new InvalidOperationException(kind),
        };
        NameRules.CheckPascal(declaration.Name, kind, symbol.Origin.Text, diagnostics);
        if (!ClaimTypeName(declaration, symbol.Origin, kind))
            return;
        _table.Types.TryAdd(symbol.Namespace, symbol.Name, symbol);
        _table.TypesInOrder.Add(symbol);
        if (kind == "event")
            ClaimSimpleName(declaration, symbol.Origin, kind);
    }

    private void AddScenario(ScenarioSymbol symbol)
    {
        NameRules.CheckPascal(symbol.Declaration.Name, "scenario", symbol.Origin.Text, diagnostics);
        if (!ClaimTypeName(symbol.Declaration, symbol.Origin, "scenario"))
            return;
        _table.Scenarios.TryAdd(symbol.Origin.Namespace, symbol.Name, symbol);
        _table.ScenariosInOrder.Add(symbol);
        ClaimSimpleName(symbol.Declaration, symbol.Origin, "scenario");
    }

    private void Add<T>(
        SymbolTable<T> table,
        List<T> inOrder,
        T symbol,
        DeclarationSyntax declaration,
        DeclarationOrigin origin,
        string kind)
        where T : class
    {
        if (table.TryAdd(origin.Namespace, declaration.Name.Text, symbol))
        {
            inOrder.Add(symbol);
            return;
        }

        var first = table.Find(declaration.Name.Text, origin);
        var firstLocation = first switch
        {
            ConnectionSymbol connection => connection.Origin.Text.Locate(connection.Declaration.Name.Span),
            ActionSymbol action => action.Origin.Text.Locate(action.Declaration.Name.Span),
            _ => origin.Text.Locate(declaration.Name.Span),
        };
        diagnostics.Report(NameDiagnostics.Duplicate(
            origin.Text.Locate(declaration.Name.Span), kind, declaration.Name.Text, firstLocation));
    }

    private bool ClaimTypeName(DeclarationSyntax declaration, DeclarationOrigin origin, string kind)
    {
        var at = origin.Text.Locate(declaration.Name.Span);
        if (_typeNames.TryGetValue((origin.Namespace, declaration.Name.Text), out var first))
        {
            diagnostics.Report(NameDiagnostics.Duplicate(at, kind, declaration.Name.Text, first));
            return false;
        }

        _typeNames.Add((origin.Namespace, declaration.Name.Text), at);
        return true;
    }

    private void ClaimSimpleName(DeclarationSyntax declaration, DeclarationOrigin origin, string kind)
    {
        var at = origin.Text.Locate(declaration.Name.Span);
        if (_simpleNames.TryGetValue((kind, declaration.Name.Text), out var first))
            diagnostics.Report(NameDiagnostics.SimpleNameTwice(at, kind, declaration.Name.Text, first));
        else
            _simpleNames.Add((kind, declaration.Name.Text), at);
    }

    private void CheckUsings(SyntaxTree tree)
    {
        foreach (var used in tree.Root.Usings)
        {
            if (!_table.Namespaces.Contains(used.Text))
            {
                diagnostics.Report(NameDiagnostics.UnknownNamespace(
                    tree.Text.Locate(used.Span), used.Text, [.. _table.Namespaces.Where(name => name.Length > 0)]));
            }
        }
    }
}
