using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>A connection in plain words.</summary>
internal static class ConnectionWords
{
    public static string Of(BoundConnection connection)
    {
        var declaration = connection.Symbol.Declaration;
        var about = Wording.Of(declaration.Documentation);
        var what = declaration.IsSmtp ? "a mail server." : "a web service.";
        var settings = declaration.Settings.Select(Of).Where(said => said.Length > 0);
        return string.Join(" ", new[]
        {
            connection.Symbol.Name + (about.Length > 0 ? ": " + Wording.Sentence(about) : ", " + what),
        }.Concat(settings).Where(part => part.Length > 0));
    }

    private static string Of(SettingSyntax setting) => setting switch
    {
        TimeoutSettingSyntax timeout => $"One try takes at most {Wording.Of(timeout.Value.Value)}.",
        RetrySettingSyntax { Count.Value: 0 } => "What fails is not tried again.",
        RetrySettingSyntax retry => $"What fails is tried {Number(retry.Count.Value)} more times"
            + (retry.Every is { } every ? $", every {Wording.Of(every.Value)}" : "") + Causes(retry) + ".",
        LimitSettingSyntax limit => $"It is asked at most {Number(limit.Count.Value)} times in {Wording.Of(limit.Per.Value)}.",
        ParallelSettingSyntax parallel => $"At most {Number(parallel.Count.Value)} calls are under way at a time.",
        _ => "",
    };

    private static string Causes(RetrySettingSyntax retry) => retry.Causes.IsEmpty
        ? ""
        : ", if the reason is " + Wording.List(retry.Causes.Select(Of), "or");

    private static string Of(CauseSyntax cause) => cause switch
    {
        StatusCauseSyntax { First: var first, Last: var last } when first == last => "status " + Number(first),
        StatusCauseSyntax { First: var first, Last: var last } when first % 100 == 0 && last == first + 99 =>
            $"any {Number(first / 100)}xx",
        StatusCauseSyntax status => $"status {Number(status.First)} to {Number(status.Last)}",
        NetworkCauseSyntax => "a broken connection",
        _ => "a try that took too long",
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
