using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

/// <summary>Where the events of a declaration come from.</summary>
internal enum EventOrigin
{
    Ordinary,
    Http,
    Smtp,
}

// example: event Saved from http as Created
internal sealed record EventSyntax(
    Identifier Name,
    EventOrigin Origin,
    TypeSyntax? Body,
    ImmutableArray<FieldSyntax> Fields,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : DeclarationSyntax(Name, Documentation, KeywordSpan, Span);
