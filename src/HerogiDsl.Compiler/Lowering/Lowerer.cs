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
        BoundProgram program, ImmutableArray<ScenarioFacts> facts, CompilationOptions options)
    {
        var names = new NameTable(program);
        var types = new TypeLowerer(names);
        var files = new List<FileModel>();
        files.AddRange(program.Enums.Select(types.Lower));
        files.AddRange(program.Records.Concat(program.LockedRecords).Select(types.Lower));
        files.AddRange(program.Events.Select(types.Lower));
        files.AddRange(facts.Select(known => new ScenarioLowerer(known, names, program.Events, options).Lower()));
        if (files.Count > 0)
            files.Add(LowerModule(program, names));
        return WithUniqueHints(files).ToEquatableArray();
    }

    private static ModuleModel LowerModule(BoundProgram program, NameTable names) => new(
        "HerogiDsl.Scenarios.g.cs",
        "HerogiDsl",
        program.Scenarios.Where(ScenarioLowerer.IsSound)
            .Select(scenario => $"{names.Global(scenario.Symbol)}.{ScenarioLowerer.DefinitionName(scenario)}")
            .ToEquatableArray(),
        program.Events.Where(IsSound).Select(@event => Describe(@event, names)).ToEquatableArray(),
        program.Connections.Where(connection => !connection.HasErrors)
            .Select(ConnectionLowerer.Lower).OfType<ConnectionModel>().ToEquatableArray());

    private static string Describe(EventSymbol @event, NameTable names)
    {
        var name = CSharpLiteral.Text(@event.Name);
        var type = names.Global(@event);
        return @event.EventOrigin switch
        {
            EventOrigin.Http => $"{Names.EventDescriptor}.FromHttp({name}, static answer => new {type}(answer))",
            EventOrigin.Smtp => $"{Names.EventDescriptor}.FromSmtp({name}, static answer => new {type}(answer))",
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
