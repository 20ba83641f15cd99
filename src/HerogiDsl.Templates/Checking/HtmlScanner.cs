namespace HerogiDsl.Templates.Checking;

/// <summary>Knows, of HTML read so far, whether it is inside a script or an attribute.</summary>
internal sealed class HtmlScanner
{
    private readonly System.Text.StringBuilder word = new();
    private Mode mode = Mode.Text;
    private char quote;
    private bool script;
    private string tag = "";

    private enum Mode
    {
        Text,
        TagName,
        InTag,
        AttributeName,
        BeforeValue,
        Value,
        Script,
        Comment,
    }

    /// <summary>The attribute being read, in lower case.</summary>
    public string Attribute { get; private set; } = "";

    public bool InScript => mode == Mode.Script;

    public bool InEventAttribute =>
        mode is Mode.Value or Mode.BeforeValue && Attribute.Length > 2 && Attribute.StartsWith("on", StringComparison.Ordinal);

    public void Read(string text)
    {
        foreach (var next in text)
        {
            Step(next);
        }
    }

    private void Step(char next)
    {
        switch (mode)
        {
            case Mode.Text:
                mode = next == '<' ? Start(Mode.TagName) : Mode.Text;
                break;
            case Mode.TagName:
                StepTagName(next);
                break;
            case Mode.InTag:
                StepInTag(next);
                break;
            case Mode.AttributeName:
                StepAttributeName(next);
                break;
            case Mode.BeforeValue:
                StepBeforeValue(next);
                break;
            case Mode.Value:
                StepValue(next);
                break;
            default:
                StepUntil(next, mode == Mode.Script ? "</script" : "-->");
                break;
        }
    }

    private Mode Start(Mode next)
    {
        word.Clear();
        return next;
    }

    private void StepTagName(char next)
    {
        if (word.Length == 2 && next == '-' && word.ToString() == "!-")
        {
            mode = Start(Mode.Comment);
        }
        else if (next == '>' || char.IsWhiteSpace(next))
        {
            tag = word.ToString().ToLowerInvariant();
            script = tag == "script";
            mode = next == '>' ? Leave() : Mode.InTag;
        }
        else
        {
            word.Append(next);
        }
    }

    private void StepInTag(char next)
    {
        if (next == '>')
        {
            mode = Leave();
        }
        else if (!char.IsWhiteSpace(next) && next != '/')
        {
            mode = Start(Mode.AttributeName);
            word.Append(next);
        }
    }

    private void StepAttributeName(char next)
    {
        if (next == '=')
        {
            Attribute = word.ToString().Trim().ToLowerInvariant();
            mode = Mode.BeforeValue;
        }
        else if (next == '>')
        {
            mode = Leave();
        }
        else if (char.IsWhiteSpace(next))
        {
            word.Append(' ');
        }
        else
        {
            if (word.Length > 0 && word[word.Length - 1] == ' ')
            {
                word.Clear();
            }

            word.Append(next);
        }
    }

    private void StepBeforeValue(char next)
    {
        if (next == '>')
        {
            mode = Leave();
        }
        else if (!char.IsWhiteSpace(next))
        {
            quote = next is '"' or '\'' ? next : ' ';
            mode = Mode.Value;
        }
    }

    private void StepValue(char next)
    {
        if (quote != ' ' ? next == quote : char.IsWhiteSpace(next))
        {
            mode = Mode.InTag;
        }
        else if (quote == ' ' && next == '>')
        {
            mode = Leave();
        }
    }

    private void StepUntil(char next, string end)
    {
        word.Append(char.ToLowerInvariant(next));
        if (word.Length > end.Length)
        {
            word.Remove(0, 1);
        }

        if (word.ToString() == end)
        {
            script = false;
            mode = mode == Mode.Script ? Mode.InTag : Mode.Text;
        }
    }

    private Mode Leave() => Start(script ? Mode.Script : Mode.Text);
}
