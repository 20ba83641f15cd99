using HerogiDsl.Escaping;
using Scriban.Syntax;

namespace HerogiDsl.Templates.Rendering;

/// <summary>Tells what went wrong while rendering, and where.</summary>
internal static class Faults
{
    private const string NoMember = "Cannot get the member ";
    private const string OfNull = " for a null object.";

    public static TemplateFaultException From(Exception exception)
    {
        var offset = -1;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is TemplateFaultException fault)
            {
                return fault.Offset >= 0 ? fault : new TemplateFaultException(fault.Message, offset, fault);
            }

            if (cause is ScriptRuntimeException scribans)
            {
                offset = scribans.Span.Start.Offset;
            }
        }

        var message = exception is ScriptRuntimeException told ? told.OriginalMessage : exception.Message;
        return new TemplateFaultException(InOurWords(message), offset, exception);
    }

    private static string NullTarget(string expression)
    {
        var dot = expression.LastIndexOf('.');
        return dot <= 0
            ? "'" + expression + "' is read of what is null"
            : "'" + expression[..dot].TrimEnd('?') + "' is null, and has no member '" + expression[(dot + 1)..] + "'";
    }

    private static string InOurWords(string message)
    {
        if (message.Contains("OutputLimit", StringComparison.Ordinal))
        {
            return PlaceRules.TooLong;
        }

        if (message.StartsWith(NoMember, StringComparison.Ordinal) && message.EndsWith(OfNull, StringComparison.Ordinal))
        {
            return NullTarget(message[NoMember.Length..^OfNull.Length]);
        }

        var text = message.Trim().TrimEnd('.').Replace('`', '\'');
        return text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1])
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
    }
}
