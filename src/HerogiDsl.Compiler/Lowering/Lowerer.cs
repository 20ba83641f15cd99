using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Declarations;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>The door of this room: turns what is bound, and what is known of it, into models of the files to generate.</summary>
internal static class Lowerer
{
    public static EquatableArray<FileModel> Lower(
        BoundProgram program,
        ImmutableArray<ScenarioFacts> facts,
        Func<DeclarationSyntax, FileModel?> known,
        CompilationOptions options)
    {
        var names = new NameTable(program);
        var types = new TypeLowerer(names);
        var files = new List<FileModel>();
        var factsOf = facts.ToDictionary(each => each.Scenario.Symbol);
        files.AddRange(program.Enums.Select(@enum => known(@enum.Declaration) ?? types.Lower(@enum)));
        files.AddRange(program.Records.Concat(program.LockedRecords).Select(record => known(record.Declaration) ?? types.Lower(record)));
        files.AddRange(program.Events.Select(@event => known(@event.Declaration) ?? types.Lower(@event)));
        files.AddRange(program.ScenarioSymbols.Select(scenario =>
            known(scenario.Declaration) ?? new ScenarioLowerer(factsOf[scenario], names, program.Events, options).Lower()));
        files.AddRange(new ContractLowerer(names).Lower(program.FileActions));
        if (files.Count > 0)
            files.Add(LowerModule(program, names, ActionCalls(files)));
        return WithUniqueHints(files).ToEquatableArray();
    }

    /// <summary>The declarations in the order of their files, which are the first of all.</summary>
    public static IEnumerable<DeclarationSyntax> DeclarationsInOrder(BoundProgram program) =>
        program.Enums.Select(@enum => (DeclarationSyntax)@enum.Declaration)
            .Concat(program.Records.Select(record => record.Declaration))
            .Concat(program.Events.Select(@event => @event.Declaration))
            .Concat(program.ScenarioSymbols.Select(scenario => scenario.Declaration));

    private static ModuleModel LowerModule(BoundProgram program, NameTable names, IEnumerable<string> actionCalls) => new(
        "HerogiDsl.Scenarios.g.cs",
        "HerogiDsl",
        program.ScenarioSymbols
            .Except(program.Scenarios.Where(scenario => !ScenarioLowerer.IsSound(scenario)).Select(scenario => scenario.Symbol))
            .Select(scenario => $"{names.Global(scenario)}.{ScenarioLowerer.DefinitionName(scenario)}")
            .ToEquatableArray(),
        program.Events.Where(IsSound).Select(@event => Describe(@event, names)).ToEquatableArray(),
        program.Connections.Where(connection => !connection.HasErrors)
            .Select(ConnectionLowerer.Lower).OfType<ConnectionModel>().ToEquatableArray(),
        actionCalls.ToEquatableArray());

    // The classes that call the interfaces of the application, from anywhere.
    private static IEnumerable<string> ActionCalls(IEnumerable<FileModel> files)
    {
        foreach (var file in files)
        {
            var prefix = "global::" + (file.Namespace.Length == 0 ? "" : file.Namespace + ".");
            if (file is ScenarioModel { Contract: { } own } scenario)
                yield return $"{prefix}{scenario.Name}.{own.CallsName}";
            else if (file is ContractFileModel { Contract: var shared })
                yield return prefix + shared.CallsName;
        }
    }

    private static string Describe(EventSymbol @event, NameTable names)
    {
        var name = CSharpLiteral.Text(@event.Name);
        var type = names.Global(@event);
        return @event.EventOrigin switch
        {
            EventOrigin.Http => $"{Names.EventDescriptor}.FromHttp({name}, static answer => new {type}(answer))",
            EventOrigin.Smtp => $"{Names.EventDescriptor}.FromSmtp({name}, static answer => new {type}(answer))",
            _ when @event.IsExternAnswer => $"{Names.EventDescriptor}.FromExtern({name}, {type}.ReadJson)",
            _ => $"{Names.EventDescriptor}.Ordinary({name}, {type}.ReadJson)",
        };
    }

    private static bool IsSound(EventSymbol @event) =>
        @event.Fields.All(field => field.Type is not ErrorType) && @event.Body is not ErrorType;

    // Names that differ in case only would be one file to many a file system.
    private static IEnumerable<FileModel> WithUniqueHints(List<FileModel> files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var hint = file.HintName;
            while (!taken.Add(hint))
                hint = "_" + hint;
            yield return hint == file.HintName ? file : file with { HintName = hint };
        }
    }
}
