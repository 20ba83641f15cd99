using System.Collections.Immutable;
using HerogiDsl.Compiler.Symbols.Types;

namespace HerogiDsl.Compiler.Symbols;

/// <summary>One way to call a function of the language; <c>Functions</c> holds the table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The parameters' types, in order.</param>
/// <param name="Returns">What it gives.</param>
internal sealed record FunctionSymbol(string Name, ImmutableArray<TypeSymbol> Parameters, TypeSymbol Returns);
