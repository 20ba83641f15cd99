using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>
/// The expressions that go on with what could not be read. Of what type they are nobody knows, and that they are broken was told.
/// </summary>
internal sealed class BrokenExpressions(IEnumerable<SyntaxTree> trees)
{
    private readonly SyntaxTree[] _trees = [.. trees.Where(tree => tree.Diagnostics.Length > 0)];

    // example: if session.count 5 { … }, set id = event;id
    public bool Excuses(Diagnostic diagnostic) =>
        diagnostic.Id is "HRG2001" or "HRG2002" or "HRG2003" or "HRG2004" or "HRG2008"
        && _trees.Any(tree => tree.Text.Path == diagnostic.Location.Path
            && tree.Diagnostics.Any(fault => GoesOn(tree.Text.Content, diagnostic.Location.Span.End, fault.Location.Span.Start)));

    private static bool GoesOn(string text, int end, int fault)
    {
        var at = end;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at == fault && at < text.Length && !EndsTheLine(text, at);
    }

    // A mark too many behind a whole line says nothing of the line.
    private static bool EndsTheLine(string text, int at)
    {
        if (text[at] is not (';' or ','))
            return text[at] is '\n' or '\r' or '}' or '{';
        for (at++; at < text.Length && text[at] is ' ' or '\t';)
            at++;
        return at >= text.Length || text[at] is '\n' or '\r' or '}';
    }
}
