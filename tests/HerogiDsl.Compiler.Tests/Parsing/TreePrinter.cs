using System.Collections;
using System.Globalization;
using System.Reflection;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Parsing;

/// <summary>Writes a tree on one line, without places: kind(part, part …).</summary>
internal static class TreePrinter
{
    public static string Print(object? value) => value switch
    {
        null => "-",
        string text => text,
        bool flag => flag ? "yes" : "no",
        Identifier name => name.Text,
        StringLiteral literal => $"\"{literal.Value.Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        QualifiedNameSyntax name => name.Text,
        BinarySyntax binary => $"({Print(binary.Left)} {binary.Operator} {Print(binary.Right)})",
        UnarySyntax unary => $"({unary.Operator} {Print(unary.Operand)})",
        IntLiteralSyntax literal => literal.Value.ToString(CultureInfo.InvariantCulture),
        NameSyntax name => name.Name.Text,
        StringLiteralSyntax literal => Print(literal.Literal),
        MemberAccessSyntax member => $"{Print(member.Target)}{(member.IsConditional ? "?." : ".")}{member.Name.Text}",
        Documentation documentation => $"///{string.Join('|', documentation.Lines)}",
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(' ', items.Cast<object>().Select(Print))}]",
        _ => PrintNode(value),
    };

    private static string PrintNode(object node)
    {
        var type = node.GetType();
        var parts = type.GetConstructors()
            .OrderByDescending(constructor => constructor.GetParameters().Length)
            .First()
            .GetParameters()
            .Where(parameter => parameter.ParameterType != typeof(TextSpan))
            .Select(parameter => type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance)!)
            .Where(property => property.GetValue(node) is not null)
            .Select(property => Print(property.GetValue(node)));
        return $"{type.Name.Replace("Syntax", "", StringComparison.Ordinal)}({string.Join(", ", parts)})";
    }
}
