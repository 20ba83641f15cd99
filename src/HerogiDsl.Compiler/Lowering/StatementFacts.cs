using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>What statements set, anywhere inside them.</summary>
internal static class StatementFacts
{
    public static IEnumerable<SessionSymbol> AllSet(ImmutableArray<BoundStatement> statements) =>
        statements.SelectMany(statement => Set(statement, isInBlock: true)).Distinct();

    /// <summary>What is set inside of the statement's braces.</summary>
    public static IEnumerable<SessionSymbol> SetInBlocks(BoundStatement statement, bool isInBlock) =>
        Set(statement, isInBlock).Distinct();

    private static IEnumerable<SessionSymbol> Set(BoundStatement statement, bool isInBlock) => statement switch
    {
        BoundSet set => isInBlock ? [set.Datum] : [],
        BoundIf @if => @if.Branches.SelectMany(branch => branch.Statements).Concat(@if.Else)
            .SelectMany(inner => Set(inner, isInBlock: true)),
        BoundRun run => run.Body.SelectMany(inner => Set(inner, isInBlock)),
        _ => [],
    };
}
