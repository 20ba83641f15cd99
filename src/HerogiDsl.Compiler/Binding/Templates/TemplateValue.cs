using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;

namespace HerogiDsl.Compiler.Binding.Templates;

/// <summary>An expression of a template, bound; and what it reads besides.</summary>
/// <param name="Expression">The value; of an error type where its type is not known.</param>
/// <param name="Reads">What is read on the way: arguments, operands, under what was proved before them.</param>
internal sealed record TemplateValue(BoundExpression Expression, ImmutableArray<BoundTemplateNode> Reads);
