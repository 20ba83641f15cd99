using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Model;

/// <summary>A scenario as text, each statement and each head of a transition on a line of its own.</summary>
internal sealed class ScenarioPrinter
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<object, int> _lines = new(ReferenceEqualityComparer.Instance);
    private readonly ScenarioModel _scenario;
    private int _line = 1;
    private int _depth;

    private ScenarioPrinter(ScenarioModel scenario) => _scenario = scenario;

    public static Printed Print(ScenarioModel scenario)
    {
        var printer = new ScenarioPrinter(scenario);
        printer.Declarations();
        printer.Scenario();
        return new Printed(printer._text.ToString(), printer._lines);
    }

    public static string Show(Expr expression) => expression switch
    {
        Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Words words => $"\"{words.Value}\"",
        Flag flag => flag.Value ? "true" : "false",
        Null => "null",
        SessionRead read => "session." + read.Name,
        MemberRead read => "event." + read.Name,
        BodyRead read => "event.body." + read.Name,
        ParameterRead read => read.Name,
        Not not => $"not {Nested(not.Operand)}",
        And and => $"{Nested(and.Left)} and {Nested(and.Right)}",
        Or or => $"{Nested(or.Left)} or {Nested(or.Right)}",
        Compare compare => $"{Nested(compare.Left)} {compare.Operator} {Nested(compare.Right)}",
        InStatus status => $"event.statusCode {(status.IsNot ? "not in" : "in")} {status.Hundred}xx",
        InRange range => $"{Nested(range.Value)} {(range.IsNot ? "not in" : "in")} {range.Low}..{range.High}",
        InList list => $"{Nested(list.Value)} {(list.IsNot ? "not in" : "in")} [{string.Join(", ", list.Items)}]",
        IsNull { IsWord: true } test => $"{Nested(test.Value)} is {(test.IsNot ? "not " : "")}null",
        IsNull test => $"{Nested(test.Value)} {(test.IsNot ? "!=" : "==")} null",
        IsEvent test => $"event is {(test.IsNot ? "not " : "")}{test.Event}",
        IsEventNull test => $"event is {(test.IsNot ? "not " : "")}null",
        Coalesce coalesce => $"{Nested(coalesce.Left)} ?? {Nested(coalesce.Right)}",
        Choose choose => $"if {Show(choose.Condition)} then {Nested(choose.Then)} else {Nested(choose.Else)}",
        Plus plus => $"{Nested(plus.Left)} + {Nested(plus.Right)}",
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private static string Nested(Expr expression) =>
        expression is Number or Words or Flag or Null or SessionRead or MemberRead or BodyRead or ParameterRead
            ? Show(expression)
            : $"({Show(expression)})";

    private static string Type(Kind kind, bool mayBeNull) =>
        kind switch { Kind.Number => "int", Kind.Text => "string", _ => "bool" } + (mayBeNull ? "?" : "");

    private void Line(string text, object? about = null)
    {
        if (about is not null)
            _lines[about] = _line;
        _text.Append(' ', _depth * 2).Append(text).Append('\n');
        _line++;
    }

    private void Declarations()
    {
        foreach (var declared in _scenario.Events)
        {
            var fields = string.Join("  ", declared.Fields.Select(field => $"{field.Name}: {Type(field.Kind, field.MayBeNull)}"));
            if (declared.Origin == Origin.HttpAs)
                Line($"record Of{declared.Name} {{ {fields} }}", declared.Fields);
            var rest = declared.Origin switch
            {
                Origin.Http => " from http",
                Origin.HttpAs => $" from http as Of{declared.Name}",
                Origin.Smtp => " from smtp",
                _ => fields.Length == 0 ? "" : $" {{ {fields} }}",
            };
            Line($"event {declared.Name}{rest}", declared);
        }

        var methods = Usage.StatementsOf(_scenario).OfType<Call>().Select(call => call.Method).ToHashSet();
        if (methods.Contains("email"))
            Line("connection Post smtp { url \"smtps://post.example\" }");
        if (methods.Any(method => method != "email"))
            Line("connection Api { url \"https://api.example\" }");
        if (Usage.StatementsOf(_scenario).OfType<Send>().Any(send => send.IsForOther))
            Line("// what is sent for another session does not come back here");
    }

    private void Scenario()
    {
        Line($"scenario Flow {(_scenario.IsOnce ? "once " : "")}{{");
        _depth++;
        foreach (var datum in _scenario.Data.Where(datum => datum.Counted is null))
        {
            var initial = datum.Default is null ? "" : $" = {Show(datum.Default)}";
            Line($"session {datum.Name}: {Type(datum.Kind, datum.MayBeNull)}{initial}", datum);
        }

        foreach (var datum in _scenario.Data)
        {
            if (datum.Counted is { } counted)
            {
                var what = counted.Function == "count" ? counted.Event : counted.Event + ".a";
                Line($"aggregate {datum.Name} = {counted.Function}({what}) over {(counted.IsTumbling ? "tumbling " : "")}7d", datum);
            }
        }

        foreach (var action in _scenario.Actions)
        {
            var parameter = action.Parameter is null ? "" : $"({action.Parameter}: {Type(action.ParameterKind, false)})";
            Block($"action {action.Name}{parameter}", action, () => Statements(action.Body));
        }

        Block("start", null, () => Transitions(_scenario.Start));
        foreach (var state in _scenario.States)
            State(state);
        if (_scenario.Anywhere.Length + _scenario.AnywhereDefers.Length > 0)
        {
            Block("anywhere", null, () =>
            {
                Transitions(_scenario.Anywhere);
                Defers(_scenario.AnywhereDefers);
            });
        }

        _depth--;
        Line("}");
    }

    private void State(StateModel state)
    {
        if (state.IsEnd && state.Statements.IsEmpty)
        {
            Line($"end {state.Name}", state);
            return;
        }

        Block($"{(state.IsEnd ? "end" : "state")} {state.Name}", state, () =>
        {
            Statements(state.Statements);
            Transitions(state.Transitions);
            if (!state.Exit.IsEmpty)
                Block("exit", null, () => Statements(state.Exit));
            Defers(state.Defers);
        });
    }

    private void Block(string head, object? about, Action content)
    {
        Line(head + " {", about);
        _depth++;
        content();
        _depth--;
        Line("}");
    }

    private void Defers(ImmutableArray<Defer> defers)
    {
        foreach (var defer in defers)
            Line($"{(defer.IsIgnore ? "ignore" : "defer")} {defer.Event}", defer);
    }

    private void Transitions(ImmutableArray<Transition> transitions)
    {
        foreach (var transition in transitions)
        {
            var guard = transition.Guard is null ? "" : $" when {Show(transition.Guard)}";
            var head = transition.Trigger switch
            {
                On on => $"on {on.Event}{(on.Label is null ? "" : $" from {on.Label}")}",
                OnAny => "on any",
                After after => $"after {after.Seconds}s",
                Every every => $"every \"{every.Cron}\"",
                _ => throw new InvalidOperationException(transition.Trigger.GetType().Name),
            } + guard;
            var target = $"-> {transition.Target ?? "stay"}";
            if (transition.Do.IsEmpty)
            {
                Line($"{head} {target}", transition);
                continue;
            }

            Line($"{head} do {{", transition);
            _depth++;
            Statements(transition.Do);
            _depth--;
            Line($"}} {target}");
        }
    }

    private void Statements(ImmutableArray<Stmt> statements)
    {
        foreach (var statement in statements)
        {
            if (statement is If @if)
                Conditional(@if);
            else
                Line(Simple(statement), statement);
        }
    }

    private void Conditional(If statement)
    {
        _lines[statement] = _line;
        for (var i = 0; i < statement.Branches.Length; i++)
        {
            var branch = statement.Branches[i];
            Line($"{(i == 0 ? "if" : "} else if")} {Show(branch.Condition)} {{", branch);
            _depth++;
            Statements(branch.Then);
            _depth--;
        }

        if (!statement.Else.IsEmpty)
        {
            Line("} else {");
            _depth++;
            Statements(statement.Else);
            _depth--;
        }

        Line("}");
    }

    private static string Simple(Stmt statement) => statement switch
    {
        Set set => $"set {set.Datum} = {Show(set.Value)}",
        Log log => $"log \"at{string.Concat(log.Holes.Select(hole => $" {{{{ {Show(hole)} }}}}"))}\"",
        Send send => $"{(send.IsLater ? "schedule" : "send")} {send.Event}{Payload(send)}{(send.IsLater ? " in 1h" : "")}"
            + (send.IsForOther ? " for \"other\"" : ""),
        Cancel cancel => "cancel " + cancel.Event,
        Run run => $"run {run.Action}{(run.Argument is null ? "" : $"({Show(run.Argument)})")}",
        Fail => "fail \"no further\"",
        Call { Method: "email" } call => $"{Label(call)}email Post{Returns(call)} {{ from \"a@b.example\" to \"c@d.example\" "
            + $"subject \"of{Hole(call)}\" text \"t\" }}",
        Call call => $"{Label(call)}http {call.Method} Api \"/x{(call.Hole is null ? "" : "/")}{Hole(call)}\"{Returns(call)}"
            + (call.IsIdempotent || call.HasKey || !call.Json.IsEmpty
                ? $" {{{(call.IsIdempotent ? " idempotent" : "")}{(call.HasKey ? " key \"k\"" : "")}{Json(call)} }}"
                : ""),
        _ => throw new InvalidOperationException(statement.GetType().Name),
    };

    private static string Payload(Send send) => send.Payload.IsEmpty
        ? ""
        : $" {{ {string.Join("  ", send.Payload.Select(part => $"{part.Field}: {Show(part.Value)}"))} }}";

    private static string Label(Call call) => call.Label is null ? "" : call.Label + ": ";

    private static string Returns(Call call) => call.Returns is null ? "" : " returns " + call.Returns;

    private static string Hole(Call call) => (call.Hole, call.Condition) switch
    {
        (null, _) => "",
        ({ } hole, null) => $"{{{{ {Show(hole)} }}}}",
        ({ } hole, { } condition) => $"{{{{ if {Show(condition)} }}}}{{{{ {Show(hole)} }}}}{{{{ end }}}}",
    };

    private static string Json(Call call) => call.Json.IsEmpty
        ? ""
        : $" json \"[{string.Join(", ", call.Json.Select(hole => $"{{{{ {Show(hole)} }}}}"))}]\"";
}

/// <param name="Lines">Where each part stands; parts are told apart by what they are, not by what they say.</param>
internal sealed record Printed(string Text, IReadOnlyDictionary<object, int> Lines);
