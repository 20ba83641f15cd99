using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Syntax.Declarations;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Connections, with the settings that their declarations give.</summary>
internal static class ConnectionLowerer
{
    public static ConnectionModel? Lower(BoundConnection connection)
    {
        if (connection.Url is not { } url)
            return null;
        var symbol = connection.Symbol;
        return new ConnectionModel(
            symbol.Name,
            symbol.IsSmtp,
            ScenarioTables.Position(symbol.Origin.Text, symbol.Declaration.KeywordSpan.Start),
            ScenarioTables.ToModel(url, symbol.Name + "Url"),
            Template(connection.User, symbol.Name + "User"),
            Template(connection.Password, symbol.Name + "Password"),
            connection.Headers
                .Select((header, i) => new HeaderModel(
                    header.Name, ScenarioTables.ToModel(header.Value, symbol.Name + "Header" + Number(i + 1))))
                .ToEquatableArray(),
            symbol.Declaration.Settings.Select(Setting).OfType<string>().ToEquatableArray());
    }

    private static TemplateModel? Template(BoundTemplate? template, string field) =>
        template is null ? null : ScenarioTables.ToModel(template, field);

    private static string? Setting(SettingSyntax setting) => setting switch
    {
        TimeoutSettingSyntax timeout => $"Timeout = {CSharpLiteral.Duration(timeout.Value.Value)},",
        LimitSettingSyntax limit =>
            $"Limit = new {Names.RateLimitDefinition}({Number(limit.Count.Value)}, {CSharpLiteral.Duration(limit.Per.Value)}),",
        ParallelSettingSyntax parallel => $"Parallel = {Number(parallel.Count.Value)},",
        RetrySettingSyntax retry => Retry(retry),
        _ => null,
    };

    // example: retry 5 on 429, 5xx, network every 2s
    private static string Retry(RetrySettingSyntax retry)
    {
        var every = retry.Every is { } wait
            ? CSharpLiteral.Duration(wait.Value)
            : $"{Names.RetryDefinition}.Default.Every";
        if (retry.Causes.Length == 0)
        {
            return $"Retry = {Names.RetryDefinition}.Default with {{ Count = {Number(retry.Count.Value)}, Every = {every} }},";
        }

        var statuses = retry.Causes.OfType<StatusCauseSyntax>()
            .Select(status => $"new({Number(status.First)}, {Number(status.Last)})");
        return $"Retry = new {Names.RetryDefinition}({Number(retry.Count.Value)}, [{string.Join(", ", statuses)}], "
            + $"OnNetwork: {CSharpLiteral.Bool(retry.Causes.OfType<NetworkCauseSyntax>().Any())}, "
            + $"OnTimeout: {CSharpLiteral.Bool(retry.Causes.OfType<TimeoutCauseSyntax>().Any())}, {every}),";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
