using System.Diagnostics;
using System.Text;
using HerogiDsl.Benchmarks.Measuring;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Emit;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.Compiling;

/// <summary>Files of a size, of several kinds: what each costs by its size, and whether it costs more than its size.</summary>
/// <param name="largest">How large, in bytes.</param>
/// <param name="only">What the names of the kinds contain; empty for all of them.</param>
internal sealed class LargeTexts(int largest, string only = "")
{
    /// <summary>As large as a file may be.</summary>
    public const int Largest = 4 * 1024 * 1024;

    private const string Before = "event Go\nscenario S {\n session n: int = 0\n start { on Go -> A }\n state A {\n";

    public void Run()
    {
        Report.Title("One large file, whatever is in it");
        Time(string.Concat(Project.Crm().Files[0].Content, "\nscenario {"));
        foreach (var ((name, text), (_, quarter)) in Kinds().Zip(new LargeTexts(largest / 4).Kinds()))
        {
            if (!name.Contains(only, StringComparison.Ordinal))
                continue;
            var small = Time(quarter);
            var whole = Time(text);
            var size = Encoding.UTF8.GetByteCount(text) / 1048576.0;
            Report.Line(
                name,
                $"""
                {whole.All / size,6:0} ms per MiB, {whole.All / small.All:0.0} times a quarter of it   {whole.All:0} ms for {size:0.0} MiB: {whole.Parse:0} + {whole.Compile:0} + {whole.Emit:0}, {whole.Told} told
                """);
        }
    }

    private IEnumerable<(string Name, string Text)> Kinds()
    {
        var crm = Project.Crm().Files[0].Content;
        var random = new Random(1);
        yield return ("white space", Fill("    \n"));
        yield return ("one comment", "/*" + Fill("x "));
        yield return ("line comments", Fill("// a comment\n"));
        yield return ("one line of words", Fill("word "));
        yield return ("one word", Fill("w"));
        yield return ("one string", "event \"" + Fill("x"));
        yield return ("one raw block", Before + "log \"\"\"\n" + Fill("line {{ session.n }} \n"));
        yield return ("one long log", Before + "log \"" + Fill("x") + "\"\n}}");
        yield return ("one template of many holes", Before + "log \"" + Fill("{{ session.n }} ") + "\"\n}}");
        yield return ("random characters", string.Concat(Enumerable.Range(0, largest).Select(_ => (char)random.Next(32, 127))));
        yield return ("random bytes", SourceText.FromBytes("a", Bytes(random)).Content[..(largest / 3)]);
        yield return ("emoji", Fill("\U0001F600 "));
        yield return ("emoji in comments", Fill("// \U0001F600\r\n"));
        yield return ("open brackets", Before + "set n = " + Fill("("));
        yield return ("blocks within blocks", Before + Fill("if true {\n"));
        yield return ("tiny events", Number(i => $"event E{i} {{ a: int }}\n"));
        yield return ("tiny records, each of the last", Number(i => $"record R{i} {{ a: R{Math.Max(0, i - 1)}? }}\n"));
        yield return ("tiny scenarios", "event Go\n" + Number(i => $"scenario S{i} {{ start {{ on Go -> D }} end D }}\n"));
        yield return ("one scenario of many states", "event Go\nscenario S {\n start { on Go -> A0 }\n"
            + Chain(i => $" state A{i} {{ on Go -> A{i + 1} }}\n"));
        yield return ("one state of many statements", Before + Fill("set n = session.n + 1\n") + " on Go -> stay }}");
        yield return ("one state of many transitions", Before + Number(i => $"on Go when session.n == {i} -> A\n") + "}}");
        yield return ("one state of many timers", Before + Number(i => $"after {i + 1}m when session.n == {i} -> A\n") + "}}");
        yield return ("one state of many ways for an answer", "event Go\nevent Asked from http\nconnection C { url \"https://c.test\" }\n"
            + "scenario S {\n session n: int = 0\n start { on Go -> A }\n state A {\n http get C \"/a\" returns Asked\n"
            + Number(i => $"on Asked when event.statusCode == {400 + i % 200} and session.n == {i} -> A\n") + "}}");
        yield return ("many ways of 'anywhere'", Before + "}\n end B\n anywhere {\n"
            + Number(i => $"on Go when session.n == {i} -> B\n") + "}}");
        yield return ("one state of many logs", Before + Number(i => $"log \"{i} {{{{ session.n }}}}\"\n") + " on Go -> stay }}");
        yield return ("many session data, each used", "event Go\nscenario S {\n" + Half(i => $"session a{i}: int = 0\n")
            + " start { on Go -> A }\n state A {\n" + Half(i => $"set a{i} = session.a{i}\n") + " on Go -> stay }}");
        yield return ("states that send to each other", "event Go\nscenario S {\n start { on Go -> A0 }\n"
            + Chain(i => $" state A{i} {{ send Go {{ }} to S on Go -> A{i + 1} }}\n"));
        yield return ("actions, each runs the last", "event Go\naction a0 { log \"x\" }\n"
            + Number(i => $"action a{i + 1} {{ run a{i} }}\n"));
        yield return ("actions, each runs the last twice", "event Go\naction a0 { log \"x\" }\n"
            + Number(i => $"action a{i + 1} {{ run a{i} run a{i} }}\n"));
        yield return ("records within records", "record R0 { a: int }\n" + Number(i => $"record R{i + 1} {{ a: R{i} }}\n"));
        yield return ("answers that lead on", "event Go\nevent Asked from http\nconnection C { url \"https://c.test\" }\n"
            + "scenario S {\n start { on Go -> A0 }\n"
            + Chain(i => $" state A{i} {{ http get C \"/a\" returns Asked\n on Asked -> A{i + 1} }}\n"));
        yield return ("one event of many fields", "event Go {\n" + Number(i => $" a{i}: int\n") + "}");
        yield return ("one enum of many values", "enum Go {\n" + Number(i => $" A{i}\n") + "}");
        yield return ("a scenario, many times", Copies(crm));
        yield return ("the same, CRLF", Copies(crm.Replace("\n", "\r\n", StringComparison.Ordinal)));
        yield return ("the same, of one name", Fill(crm));
        yield return ("a slip in every scenario", Copies(crm.Replace("state ", "state state ", StringComparison.Ordinal)));
        yield return ("a name that does not exist, in each", Copies(crm.Replace("session.email", "session.emial", StringComparison.Ordinal)));
        yield return ("unknown names in one state", Before + Number(i => $"set x{i} = 1\n") + "}}");
        yield return ("events that do not exist", Before + Number(i => $"on X{i} -> A\n") + "}}");
        yield return ("states that do not exist, among many", "event Go\nscenario S {\n start { on Go -> A0 }\n"
            + Chain(i => $" state A{i} {{ on Go -> B{i} }}\n"));
    }

    private byte[] Bytes(Random random)
    {
        var bytes = new byte[largest];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Fill(string piece) =>
        new StringBuilder().Insert(0, piece, (largest - 500) / Encoding.UTF8.GetByteCount(piece)).ToString();

    private string Number(Func<int, string> piece)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < largest - 500; i++)
            text.Append(piece(i));
        return text.ToString();
    }

    // States, each of which leads to the next one.
    private string Chain(Func<int, string> state)
    {
        var count = 0;
        return Number(i => state(count = i)) + $" end A{count + 1}\n}}\n";
    }

    private string Half(Func<int, string> piece) => new LargeTexts(largest / 2).Number(piece);

    private string Copies(string crm) => Number(i => Project.RenamedAll(crm, i));

    private static Duration Time(string text)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var tree = HerogiParser.Parse(new SourceText("large.herogi", text));
        var parsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var result = HerogiCompilation.Compile([tree], Project.Crm().Templates, new CompilationOptions("Acme"));
        var compiled = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        foreach (var file in result.Files)
            FileEmitter.Emit(file);
        var all = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new Duration(parsed, compiled - parsed, all - compiled, result.Diagnostics.Count);
    }

    /// <summary>Milliseconds.</summary>
    private readonly record struct Duration(double Parse, double Compile, double Emit, int Told)
    {
        public double All => Parse + Compile + Emit;
    }
}
