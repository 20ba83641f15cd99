using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

// example: companyName as "company_name": string = "unknown"
internal sealed record FieldSyntax(
    Identifier Name,
    StringLiteral? JsonName,
    TypeSyntax Type,
    ExpressionSyntax? Default,
    Documentation? Documentation,
    TextSpan Span) : SyntaxNode(Span);
