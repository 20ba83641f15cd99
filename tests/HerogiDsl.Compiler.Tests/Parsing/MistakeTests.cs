namespace HerogiDsl.Compiler.Tests.Parsing;

/// <summary>One mistake, one diagnostic: where it is, and what it says.</summary>
public class MistakeTests
{
    private const string Members =
        "a member ('session', 'aggregate', 'action', 'start', 'state', 'anywhere', 'end' or 'migrate')";

    private const string Settings =
        "a setting ('url', 'header', 'timeout', 'user', 'password', 'retry', 'limit' or 'parallel')";

    private const string Declarations =
        "a declaration ('record', 'enum', 'event', 'connection', 'action' or 'scenario')";

    [Theory]
    [InlineData("on X ->", "HRG0001 4:1 expected a state name or 'stay' after '->', found '}'")]
    [InlineData("on X ->\n    on Y -> B", "HRG0001 4:5 expected a state name or 'stay' after '->', found 'on'")]
    [InlineData("on when event.ok -> B", "HRG0001 3:4 expected an event or 'any' after 'on', found 'when'")]
    [InlineData("on -> B", "HRG0001 3:4 expected an event or 'any' after 'on', found '->'")]
    [InlineData("on X B", "HRG0001 3:6 expected '->' and a state after 'X', found 'B'")]
    [InlineData("on X when event.ok B", "HRG0001 3:20 expected '->' and a state after 'ok', found 'B'")]
    [InlineData("on X => B", "HRG0001 3:6 expected '->' and a state after 'X', found '='")]
    [InlineData("on X - > B", "HRG0001 3:6 expected '->' and a state after 'X', found '-'")]
    [InlineData("on X when event. -> B", "HRG0001 3:18 expected the name of a member after '.', found '->'")]
    [InlineData("on X when -> B", "HRG0001 3:11 expected an expression after 'when', found '->'")]
    [InlineData("on X where event.ok -> B", "HRG0001 3:6 expected 'when' after 'X', found 'where'")]
    [InlineData("on X when a and do { set x = 1 } -> B", "HRG0001 3:17 expected an expression after 'and', found 'do'")]
    [InlineData("on X do set x = 1 -> B", "HRG0001 3:9 expected '{' after 'do', found 'set'")]
    [InlineData("onn X -> B", "HRG0001 3:1 expected a statement or a transition, found 'onn'")]
    [InlineData("after -> B", "HRG0001 3:7 expected an expression after 'after', found '->'")]
    [InlineData("every 5 -> B", "HRG0001 3:7 expected a string after 'every', found '5'")]
    [InlineData("set x 5", "HRG0001 3:7 expected '=' after 'x', found '5'")]
    [InlineData("set x =", "HRG0001 4:1 expected an expression after '=', found '}'")]
    [InlineData("set x = a +\n    set y = 1", "HRG0001 4:5 expected an expression after '+', found 'set'")]
    [InlineData("set x = f(1 2)", "HRG0001 3:13 expected ',' or ')' after '1', found '2'")]
    [InlineData("set x = (1 + 2", "HRG0001 4:1 expected ')' after '2', found '}'")]
    [InlineData("set x = [1, 2\n  log \"x\"", "HRG0001 4:3 expected ',' or ']' after '2', found 'log'")]
    [InlineData("set x = { a: 1\n  log \"x\"", "HRG0002 3:9 '{' is not closed")]
    [InlineData("set x = 1 + if a then b else c", "HRG0001 3:13 expected an expression after '+', found 'if'")]
    [InlineData("set x = 5xx", "HRG0001 3:9 expected an expression after '=', found '5xx'")]
    [InlineData("set x = a matches b", "HRG0001 3:19 expected a string after 'matches', found 'b'")]
    [InlineData("if event. { set x = 1 }", "HRG0001 3:11 expected the name of a member after '.', found '{'")]
    [InlineData("if a { on X -> B }", "HRG0001 3:8 expected a statement, found 'on'")]
    [InlineData("if a set x = 1\nset y = 2", "HRG0001 3:6 expected '{' after 'a', found 'set'")]
    [InlineData("if a { log \"x\" } esle { log \"y\" }", "HRG0001 3:18 expected 'else' after '}', found 'esle'")]
    [InlineData("http psot C \"/\"", "HRG0001 3:6 expected a method ('get', 'head', 'post', 'put', 'patch' or 'delete'), found 'psot'")]
    [InlineData("http post C returns E", "HRG0001 3:13 expected a string, a raw block or 'file' after 'C', found 'returns'")]
    [InlineData("http post C \"/\" retruns E", "HRG0001 3:17 expected 'returns' after '\"/\"', found 'retruns'")]
    [InlineData("http post C \"/\" { jsno \"x\" }", "HRG0001 3:19 expected a part ('header', 'query', 'form', 'json', 'text', 'body', 'idempotent' or 'key'), found 'jsno'")]
    [InlineData("email C { bogus \"x\" }", "HRG0001 3:11 expected a part ('from', 'to', 'cc', 'bcc', 'replyTo', 'subject', 'text' or 'html'), found 'bogus'")]
    [InlineData("a: set x = 1", "HRG0001 3:4 expected 'http', 'email' or 'run', found 'set'")]
    [InlineData("schedule E 3d", "HRG0001 3:12 expected 'in' and a duration, or 'at' and a time, found '3d'")]
    [InlineData("exit\ndefer A", "HRG0001 4:1 expected '{' after 'exit', found 'defer'")]
    [InlineData("defer", "HRG0001 4:1 expected an event after 'defer', found '}'")]
    [InlineData("frobnicate a b", "HRG0001 3:1 expected a statement or a transition, found 'frobnicate'")]
    [InlineData("set x = 1 @#$ + 2", "HRG0001 3:11 unexpected '@#$'")]
    [InlineData("set x = 1;", "HRG0001 3:10 unexpected ';'")]
    [InlineData("set x = a && b", "HRG0001 3:11 '&&' is not an operator here")]
    [InlineData("set x = !a", "HRG0001 3:9 '!' is not an operator here")]
    [InlineData("set x = 'a'", "HRG0001 3:9 unexpected '''")]
    public void InAState(string item, string told) =>
        Assert.Equal([told], Given.Lines(Given.File($"scenario S {{\nstate A {{\n{item}\n}} }}")));

    [Theory]
    [InlineData("session x string", "HRG0001 2:11 expected ':' and a type after 'x', found 'string'")]
    [InlineData("session x:\nsession y: int", "HRG0001 3:1 expected a type after ':', found 'session'")]
    [InlineData("session x: int =\nsession y: int", "HRG0001 3:1 expected an expression after '=', found 'session'")]
    [InlineData("session : int", "HRG0001 2:9 expected the name of a session datum after 'session', found ':'")]
    [InlineData("session x: map<string", "HRG0001 3:1 expected '>' after 'string', found '}'")]
    [InlineData("satte A { on X -> B }", $"HRG0001 2:1 expected {Members}, found 'satte'")]
    [InlineData("state { on X -> B }", "HRG0001 2:7 expected the name of a state after 'state', found '{'")]
    [InlineData("state B\n  on X -> B\n}", "HRG0001 3:3 expected '{' after 'B', found 'on'")]
    [InlineData("migrate A B", "HRG0001 2:11 expected '->' after 'A', found 'B'")]
    [InlineData("aggregate a = sum(X) over 7d", "HRG0001 2:20 expected '.' after 'X', found ')'")]
    [InlineData("aggregate a = cuont(X) over 7d", "HRG0001 2:15 expected a function ('count', 'sum', 'min', 'max' or 'avg'), found 'cuont'")]
    [InlineData("aggregate a = count(X) over 7", "HRG0001 2:29 expected a duration such as 30s after 'over', found '7'")]
    [InlineData("action f(x string) { log \"x\" }", "HRG0001 2:12 expected ':' and a type after 'x', found 'string'")]
    [InlineData("action f extern returns\nend G", "HRG0001 3:1 expected an event after 'returns', found 'end'")]
    [InlineData("on X -> B", $"HRG0001 2:1 expected {Members}, found 'on'")]
    public void InAScenario(string member, string told) =>
        Assert.Equal([told], Given.Lines(Given.File($"scenario S {{\n{member}\n}}\nevent Z")));

    [Theory]
    [InlineData("record A { x string }", "HRG0001 1:14 expected ':' and a type after 'x', found 'string'")]
    [InlineData("record A { x: }", "HRG0001 1:15 expected a type after ':', found '}'")]
    [InlineData("record A { x: int = 1 + 2 }", "HRG0001 1:23 expected a field such as 'name: string' after '1', found '+'")]
    [InlineData("record A { x: int = now() }", "HRG0001 1:24 expected '.' after 'now', found '('")]
    [InlineData("enum E { A B }", "HRG0001 1:12 expected ',' or '}' after 'A', found 'B'")]
    [InlineData("enum E { }", "HRG0001 1:10 expected a value after '{', found '}'")]
    [InlineData("event E form http", "HRG0001 1:9 expected 'from' after 'E', found 'form'")]
    [InlineData("event E from htp as X", "HRG0001 1:14 expected 'http' or 'smtp', found 'htp'")]
    [InlineData("connection C { tiemout 10s }", $"HRG0001 1:16 expected {Settings}, found 'tiemout'")]
    [InlineData("connection C { limit 10 5s }", "HRG0001 1:25 expected 'per' after '10', found '5s'")]
    [InlineData("connection C { retry x }", "HRG0001 1:22 expected a whole number after 'retry', found 'x'")]
    [InlineData("evnt E", $"HRG0001 1:1 expected {Declarations}, found 'evnt'")]
    [InlineData("state A { on X -> B }", $"HRG0001 1:1 expected {Declarations}, found 'state'")]
    [InlineData("event E }", $"HRG0001 1:9 expected {Declarations}, found '}}'")]
    [InlineData("namespace\nevent E", "HRG0001 2:1 expected a name after 'namespace', found 'event'")]
    [InlineData("event E\nnamespace A", $"HRG0001 2:1 expected {Declarations}, found 'namespace'")]
    public void InAFile(string content, string told) => Assert.Equal([told], Given.Lines(Given.File(content)));

    [Theory]
    [InlineData("scenario S { satte A { } }", "did you mean 'state'?")]
    [InlineData("connection C { tiemout 10s }", "did you mean 'timeout'?")]
    [InlineData("action a { http post C \"/\" retruns E }", "did you mean 'returns'?")]
    [InlineData("connection C { retry 5 on netwrok }", "did you mean 'network'?")]
    [InlineData("action a { set x = a || b }", "write 'or'")]
    [InlineData("action a { set x = 1; }", "a line needs no ';' at its end")]
    [InlineData("action a { set x = a == b == c }", "comparisons do not chain: join two with 'and'")]
    [InlineData("scenario S {", "close it with '}'")]
    [InlineData("action a { frobnicate }", null)]
    public void TheWayOutIsNamed(string content, string? hint) =>
        Assert.Equal(hint, Assert.Single(Given.File(content).Diagnostics).Hint);
}
