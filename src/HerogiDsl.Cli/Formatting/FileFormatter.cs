using System.Globalization;
using System.Text;
using HerogiDsl.Cli.Commands;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Formatting;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Formatting;

/// <summary>Formats files, and tells which changed.</summary>
internal sealed class FileFormatter(bool isCheck, TextWriter output, TextWriter errors)
{
    private const string InputName = "<stdin>";

    private int _changed;
    private int _same;
    private int _broken;

    public int FormatFiles(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            FormatFile(path);
        errors.WriteLine(Summary());
        return _broken > 0 || (isCheck && _changed > 0) ? HerogiCommand.Mistakes : HerogiCommand.Success;
    }

    public int FormatInput(Stream input)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var text = SourceText.FromBytes(InputName, bytes.ToArray());
        if (Format(text) is not { } formatted)
            return HerogiCommand.Mistakes;
        if (!isCheck)
            output.Write(formatted);
        return isCheck && formatted != text.Content ? HerogiCommand.Mistakes : HerogiCommand.Success;
    }

    private void FormatFile(string path)
    {
        var bytes = Guarded(path, "read", () => File.ReadAllBytes(path));
        var text = SourceText.FromBytes(path, bytes);
        if (Format(text) is not { } formatted)
        {
            _broken++;
        }
        else if (formatted == text.Content)
        {
            _same++;
        }
        else
        {
            _changed++;
            if (!isCheck)
                Write(path, formatted, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
            output.WriteLine(path);
        }
    }

    private string? Format(SourceText text)
    {
        var formatted = HerogiFormatter.Format(text);
        foreach (var diagnostic in formatted.Diagnostics)
            errors.WriteLine(DiagnosticFormatter.Line(diagnostic));
        if (formatted.Content is null)
            errors.WriteLine($"{text.Path}: left as it is, because of these mistakes in its syntax");
        return formatted.Content;
    }

    private static void Write(string path, string content, bool hasMark) => Guarded(path, "written", () =>
    {
        File.WriteAllText(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: hasMark));
        return true;
    });

    private static T Guarded<T>(string path, string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProjectException($"'{path}' cannot be {what} ({exception.Message.TrimEnd('.')}): "
                + "type 'herogi fmt FILE…' with files that can");
        }
    }

    private string Summary()
    {
        string?[] parts =
        [
            Part(_changed, isCheck ? "would change" : "formatted"),
            Part(_same, "in the common style"),
            Part(_broken, "left as it is"),
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string? Part(int count, string what) => count == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{count} file{(count == 1 ? "" : "s")} {what}");
}
