using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>The path by which a value is reached, as it is written; values that are computed have none.</summary>
internal static class AccessPath
{
    public static string? Of(BoundExpression expression) => expression switch
    {
        BoundEvent => "event",
        BoundSession session => "session." + session.Symbol.Name,
        BoundParameter parameter => "parameter." + parameter.Symbol.Name,
        BoundTemplateLocal local => "local." + local.Name,
        BoundMeta meta => "meta." + meta.Member,
        BoundNotNull notNull => Of(notNull.Operand),
        BoundConversion conversion => Of(conversion.Operand),
        BoundError { Member: { } name, Parts: [var owner] } => Of(owner) is { } path ? path + "." + name : null,
        BoundError { Member: { } name, Parts: [] } => name,
        BoundMember member => Of(member.Target) is { } target ? target + "." + member.Field.Name : null,
        BoundJsonMember member => Of(member.Target) is { } target ? target + "." + member.Name : null,
        BoundIndex { Index: BoundLiteral { Value: string key } } indexed => Of(indexed.Target) is { } target
            ? target + "[\"" + key + "\"]"
            : null,
        BoundIndex { Index: BoundLiteral { Value: { } index } } indexed => Of(indexed.Target) is { } target
            ? target + "[" + Convert.ToString(index, CultureInfo.InvariantCulture) + "]"
            : null,
        _ => null,
    };
}
