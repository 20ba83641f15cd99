using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

// example: scenario CrmOnboarding once { … }
internal sealed record ScenarioSyntax(
    Identifier Name,
    bool IsOnce,
    ImmutableArray<MemberSyntax> Members,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : DeclarationSyntax(Name, Documentation, KeywordSpan, Span);
