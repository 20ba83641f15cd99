using System.Text.Json;
using CsCheck;
using static HerogiDsl.Templates.Tests.Rendering.TestValues;

namespace HerogiDsl.Templates.Tests.Rendering;

public sealed class PathPropertyTests
{
    private static readonly string[] Pieces =
    [
        "{ ", " }", "[", "]", "\"a\": ", "\"b\": ", ",", ",", ": ", "1", "-2.5", "true", "null", "\"", "\\n", "\\", " ",
        "{{ event.x }}", "{{ event.y }}", "\"{{ event.y }}\"", "{{ if event.x }}", "{{ if !event.x }}", "{{ if event.y }}",
        "{{ else }}", "{{ end }}", "{{ end }}", "{{ a = 1 }}", "{{ case event.x }}{{ when true }}", "{{- event.y -}}",
        "{{ capture z }}", "{{ z }}", "{{ event.x ? 1 : \"b\" }}",
    ];

    private static readonly Gen<string> Free =
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 14].Select(pieces => string.Concat(pieces));

    private static readonly string[] Values =
    [
        "1", "{{ event.x }}", "\"{{ event.y }}\"", "[]", "{ }", "[{{ event.y }}, {{ event.x }}]",
        "{{ if event.x }}{{ event.y }}{{ else }}null{{ end }}", "[1{{ if event.y }}, {{ event.y }}{{ end }}]",
        "{ \"a\": 1{{ if event.x }}, \"b\": \"{{ event.y }}\"{{ end }} }",
        "{{ case event.x }}{{ when true }}1{{ else }}\"-{{ event.y }}\"{{ end }}",
    ];

    private static readonly Gen<string> SoundTemplates =
        Gen.Int[0, Values.Length - 1].Select(i => Values[i]).Array[1, 5].Select(values => "[" + string.Join(", ", values) + "]");

    private static readonly object?[] X = [true, false, null];

    private static readonly object?[] Y = ["", EscapingTests.Hostile, null, "\"", "\\", "\ud800"];

    [Fact]
    public void WhatTheBuildTakesIsWellFormedWhateverTheData()
    {
        var taken = 0;
        Free.Check(
            text =>
            {
                if (TemplateParser.Parse(text, TemplatePlace.Json).Errors.Count > 0)
                {
                    return;
                }

                taken++;
                try
                {
                    RenderAll(text);
                }
                catch (TemplateFaultException fault)
                {
                    // What a hole in a name's place gives is known only with the data.
                    Assert.Equal("a member's name must be a string", fault.Message);
                    Assert.Matches("[{,] *\\{\\{-? ", text);
                }
            },
            count: 40_000);
        Assert.True(taken > 100);
    }

    [Fact]
    public void WhatIsSoundIsTaken()
    {
        SoundTemplates.Check(
            text =>
            {
                Assert.Empty(TemplateParser.Parse(text, TemplatePlace.Json).Errors);
                RenderAll(text);
            },
            count: 500);
    }

    [Fact]
    public void OneCharacterLessIsRefusedOrHarmless()
    {
        // One character is taken out of a sound template: where the build still takes it, it renders.
        (from text in SoundTemplates from at in Gen.Int[0, 200] select text.Remove(at % text.Length, 1)).Check(
            text =>
            {
                if (TemplateParser.Parse(text, TemplatePlace.Json).Errors.Count == 0)
                {
                    // A name with a letter less is for the compiler to tell.
                    try
                    {
                        RenderAll(text);
                    }
                    catch (TemplateFaultException fault)
                    {
                        Assert.Matches("is null|no member", fault.Message);
                    }
                }
            },
            count: 3_000);
    }

    private static void RenderAll(string text)
    {
        var template = CompiledTemplate.Compile(text, TemplatePlace.Json);
        foreach (var x in X)
        {
            foreach (var y in Y)
            {
                using var json = JsonDocument.Parse(template.Render(Scope(x, y)), new JsonDocumentOptions { MaxDepth = 300 });
            }
        }
    }
}
