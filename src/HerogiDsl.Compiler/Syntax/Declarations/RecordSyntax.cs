using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

// example: record Created { id: string }
internal sealed record RecordSyntax(
    Identifier Name,
    ImmutableArray<FieldSyntax> Fields,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : DeclarationSyntax(Name, Documentation, KeywordSpan, Span);
