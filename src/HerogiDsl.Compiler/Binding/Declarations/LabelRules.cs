using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>HRG1009 of labels: a block and the blocks in it are one scope, the branches of an `if` are not each other's.</summary>
internal static class LabelRules
{
    // example: first: http get Api "/a"  second: http get Api "/b"
    public static void Check(IEnumerable<StatementSyntax> statements, SourceText text, DiagnosticBag diagnostics) =>
        Check(statements, new UniqueNames("label", text, diagnostics));

    private static void Check(IEnumerable<StatementSyntax> statements, UniqueNames names)
    {
        foreach (var statement in statements)
        {
            if (statement is CallSyntaxBase { Label: { } label })
                names.TryAdd(label);
            if (statement is not IfSyntax @if)
                continue;
            foreach (var branch in @if.Branches)
                Check(branch.Block.Statements, names.Inner());
            if (@if.Else is { } otherwise)
                Check(otherwise.Statements, names.Inner());
        }
    }
}
