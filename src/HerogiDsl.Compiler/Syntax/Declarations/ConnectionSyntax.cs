using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

// example: connection HubSpot { url "{{ config.hubSpotUrl }}"  timeout 10s }
internal sealed record ConnectionSyntax(
    Identifier Name,
    bool IsSmtp,
    ImmutableArray<SettingSyntax> Settings,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : DeclarationSyntax(Name, Documentation, KeywordSpan, Span);
