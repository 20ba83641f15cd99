using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Text;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns what reaches outside into effects.</summary>
internal sealed class EffectLowerer(ScenarioTables tables, StepScope scope, string owner, CodeBuilder code)
{
    private readonly TemplateLowerer _templates = new(tables, scope);

    public void LowerHttp(BoundHttp http)
    {
        var name = owner + (http.Label is null ? "" : Suffix(http.Label));
        var path = _templates.Lower(http.Path, name + "Path");
        var query = Parameters(http, "query", name + "Query");
        var path2 = query.Length == 0 ? path : $"{Names.UrlParameters}.AddTo({path}, [{query}])";
        var members = new List<string>();
        var headers = string.Join(", ", Parts(http, "header").Select(part =>
            $"new({CSharpLiteral.Text(part.Name)}, {_templates.Lower(part.Value, name + "Header")})"));
        if (headers.Length > 0)
            members.Add($"Headers = [{headers}],");
        AddBody(http, name, members);
        var key = Parts(http, "key").FirstOrDefault();
        if (http.IsIdempotent || key is not null || http.Method is "get" or "head" or "put" or "delete")
            members.Add("IsIdempotent = true,");
        if (key is not null)
            members.Add($"Key = {_templates.Lower(key.Value, name + "Key")},");
        AddAnswer(http.Returns?.Name, http.Label, members);
        Add(
            $"{Names.HttpCall}({CSharpLiteral.Text(http.Connection.Name)}, "
                + $"{CSharpLiteral.Text(http.Method.ToUpperInvariant())}, {path2})",
            members,
            http);
    }

    public void LowerEmail(BoundEmail email)
    {
        var name = owner + (email.Label is null ? "" : Suffix(email.Label));
        string? Part(string kind) => email.Parts.FirstOrDefault(part => part.Kind == kind) is { } part
            ? _templates.Lower(part.Value, name + Suffix(kind))
            : null;

        var members = new List<string>();
        foreach (var kind in new[] { "cc", "bcc", "replyTo", "text", "html" })
        {
            if (Part(kind) is { } value)
                members.Add($"{Suffix(kind)} = {value},");
        }

        AddAnswer(email.Returns?.Name, email.Label, members);
        var arguments = new[] { "from", "to", "subject" }.Select(kind => Part(kind) ?? "\"\"");
        Add(
            $"{Names.EmailMessage}({CSharpLiteral.Text(email.Connection.Name)}, {string.Join(", ", arguments)})",
            members,
            email);
    }

    // examples: send Reminder { count: 1 } to Billing for session.owner
    //           schedule Reminder in 3d
    public void LowerSend(BoundSend send, ExpressionLowerer expressions)
    {
        var payload = send.Payload is null
            ? $"new {tables.Names.Global(send.Event)}()"
            : expressions.Argument(send.Payload, send.Event);
        var due = send.When is null ? "" : ", " + Due(send.When, send.IsAt, expressions);
        var receiver = send.For is null ? "null" : expressions.Argument(send.For, BuiltInTypes.String);
        code.AddMapped(
            $"context.Add(new {(send.When is null ? Names.SendEvent : Names.ScheduleEvent)}(",
            payload,
            $"{due}, {CSharpLiteral.TextOrNull(send.To?.Name)}, {receiver}));",
            send.Text,
            send.Span);
    }

    // example: cancel Reminder
    public void LowerCancel(BoundCancel cancel) =>
        code.Add($"context.Add(new {Names.CancelScheduled}({CSharpLiteral.Text(cancel.Event.Name)}));");

    private static string Due(BoundExpression when, bool isAt, ExpressionLowerer expressions) => isAt
        ? $"context.DueAt({expressions.Argument(when, BuiltInTypes.DateTime)})"
        : $"context.DueIn({expressions.Argument(when, BuiltInTypes.Duration)})";

    private void AddBody(BoundHttp http, string name, List<string> members)
    {
        var body = http.Parts.FirstOrDefault(part => part.Kind is "json" or "text" or "body");
        var form = Parameters(http, "form", name + "Form");
        if (body is not null)
        {
            var contentType = body.Kind switch
            {
                "json" => "application/json",
                "text" => "text/plain; charset=utf-8",
                _ => body.Name,
            };
            members.Add($"ContentType = {CSharpLiteral.Text(contentType)},");
            members.Add($"Body = {_templates.Lower(body.Value, name + Suffix(body.Kind))},");
        }
        else if (form.Length > 0)
        {
            members.Add("ContentType = \"application/x-www-form-urlencoded\",");
            members.Add($"Body = {Names.UrlParameters}.Join([{form}]),");
        }
    }

    private static void AddAnswer(string? returns, string? label, List<string> members)
    {
        if (returns is not null)
            members.Add($"Returns = {CSharpLiteral.Text(returns)},");
        if (label is not null)
            members.Add($"Label = {CSharpLiteral.Text(label)},");
    }

    private void Add(string creation, List<string> members, BoundStatement statement)
    {
        var at = ScenarioTables.Position(statement.Text, statement.Span.Start);
        code.AddMapped("", $"context.Add(new {creation}", "", statement.Text, FirstLine(statement));
        code.Open();
        foreach (var member in members)
            code.Add(member);
        code.Add($"Position = new({CSharpLiteral.Text(at.Path)}, {at.Line}, {at.Column}),");
        code.Close(");");
    }

    private static TextSpan FirstLine(BoundStatement statement)
    {
        var content = statement.Text.Content;
        var start = Math.Min(statement.Span.Start, content.Length);
        var end = content.IndexOfAny(['\r', '\n'], start, Math.Min(statement.Span.Length, content.Length - start));
        return end < 0 ? statement.Span : TextSpan.FromBounds(start, end);
    }

    private string Parameters(BoundHttp http, string kind, string name) =>
        string.Join(", ", Parts(http, kind).Select(part =>
            $"new({CSharpLiteral.Text(PercentEncoding.Encode(part.Name))}, {_templates.LowerOptional(part.Value, name)})"));

    private static IEnumerable<BoundHttpPart> Parts(BoundHttp http, string kind) =>
        http.Parts.Where(part => part.Kind == kind);

    private static string Suffix(string name) => CSharpNames.Pascal(name).TrimStart('@');
}
