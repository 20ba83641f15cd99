using Scriban.Parsing;

namespace HerogiDsl.Templates.Parsing;

/// <summary>Refuses what would overrun the stack of a recursive parser, and holes that nobody closes.</summary>
internal static class NestingGuard
{
    private const int MaxNesting = 100;
    private const int MaxOperators = 300;

    /// <summary>Looks for nesting that is too deep.</summary>
    public static TemplateError? FindTooDeep(string text)
    {
        var blocks = new BlockDepth();
        var brackets = 0;
        var operators = 0;
        var last = TokenType.Invalid;
        foreach (var token in new Lexer(text, null, new LexerOptions { Mode = ScriptMode.Default }))
        {
            switch (token.Type)
            {
                case TokenType.Identifier:
                    blocks.Read(token.GetText(text), last is TokenType.Dot or TokenType.QuestionDot);
                    break;
                case TokenType.OpenParen or TokenType.OpenBracket or TokenType.OpenBrace or TokenType.OpenInterpolatedBrace:
                    brackets++;
                    operators++;
                    break;
                case TokenType.CloseParen or TokenType.CloseBracket or TokenType.CloseBrace or TokenType.CloseInterpolatedBrace:
                    brackets--;
                    break;
                case TokenType.CodeExit:
                    (brackets, operators) = (0, 0);
                    break;
                case TokenType.Comma or TokenType.SemiColon:
                    operators = 0;
                    break;
                case TokenType.NewLine when brackets <= 0 && last is not (TokenType.VerticalBar or TokenType.PipeGreater):
                    operators = 0;
                    break;
                case TokenType.NewLine or TokenType.Raw or TokenType.Whitespace or TokenType.Integer or TokenType.String:
                    break;
                default:
                    operators++;
                    break;
            }

            last = token.Type is TokenType.Whitespace or TokenType.NewLine ? last : token.Type;
            if (blocks.Depth > MaxNesting || brackets > MaxNesting || operators > MaxOperators)
            {
                var span = new TemplateSpan(token.Start.Offset, 1);
                return new TemplateError(
                    TemplateErrorKind.Syntax, span, "the template is nested too deeply here", "divide it into smaller pieces");
            }
        }

        return null;
    }

    /// <summary>Looks for a hole that is still open where the text ends.</summary>
    public static TemplateError? FindUnclosed(string text)
    {
        var open = -1;
        foreach (var token in new Lexer(text, null, new LexerOptions { Mode = ScriptMode.Default }))
        {
            open = token.Type switch
            {
                TokenType.CodeEnter => token.Start.Offset,
                TokenType.CodeExit => -1,
                _ => open,
            };
        }

        return open < 0
            ? null
            : new TemplateError(
                TemplateErrorKind.Syntax,
                new TemplateSpan(open, Math.Min(2, text.Length - open)),
                "this hole is not closed at the end of the text",
                "end it with '}}'");
    }
}
