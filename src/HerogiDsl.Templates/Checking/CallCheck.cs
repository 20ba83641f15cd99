using System.Globalization;
using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>Every call is of a function that exists, that templates may call, with as many arguments as it takes.</summary>
internal static class CallCheck
{
    public static void Run(ParsedTemplate template, List<TemplateError> errors)
    {
        var functions = LocalFunctions(template);
        foreach (var syntax in template.All())
        {
            var error = syntax switch
            {
                WrongCallExpr call => NoFunction(template, call.Target.Span, Written(template, call.Target.Span)),
                CallExpr call => Judge(template, call, functions),
                FunctionReferenceExpr reference when !functions.Contains(reference.Function) =>
                    Unknown(template, reference.Function, reference.Span),
                MemberExpr { Target: NameExpr library } member
                    when ScopeNames.IsLibrary(library.Name) && !template.LocalNames.Contains(library.Name) =>
                    Unknown(template, library.Name + "." + member.Name, member.Span),
                OtherNode { Keyword: "import" } import =>
                    Refused("import", new TemplateSpan(import.Span.Start, Math.Min(6, import.Span.Length))),
                _ => null,
            };
            if (error is not null)
            {
                errors.Add(error);
            }
        }
    }

    // What a name was given may be a function (f = @(…)); what a loop or a parameter gives may be one as well
    // only in theory, but a parameter can be handed @upper.
    private static HashSet<string> LocalFunctions(ParsedTemplate template)
    {
        var functions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var syntax in template.All())
        {
            switch (syntax)
            {
                case FunctionNode function:
                    functions.Add(function.Name);
                    functions.UnionWith(function.Parameters);
                    break;
                case AssignNode { Target: NameExpr name, Value: not LiteralExpr }:
                    functions.Add(name.Name);
                    break;
                default:
                    break;
            }
        }

        return functions;
    }

    private static TemplateError? Judge(ParsedTemplate template, CallExpr call, HashSet<string> functions)
    {
        if (functions.Contains(call.Function))
        {
            return null;
        }

        if (TemplateFunctions.Find(call.Function) is not { } function)
        {
            return Unknown(template, call.Function, call.FunctionSpan);
        }

        var given = call.Arguments.Count;
        var expands = call.Arguments.Any(argument => argument is UnaryExpr { Operator: "^" or "^^" });
        if (expands || (given >= function.MinArguments && given <= function.MaxArguments))
        {
            return null;
        }

        var takes = function.MinArguments == function.MaxArguments
            ? Count(function.MinArguments)
            : string.Format(CultureInfo.InvariantCulture, "{0} to {1}", function.MinArguments, Count(function.MaxArguments));
        var message = string.Format(
            CultureInfo.InvariantCulture, "'{0}' takes {1}, but {2} given", function.Name, takes, given == 1 ? "1 is" : given + " are");
        return new TemplateError(TemplateErrorKind.Function, call.FunctionSpan, message, null);
    }

    private static string Count(int arguments) =>
        arguments == 1 ? "1 argument" : arguments.ToString(CultureInfo.InvariantCulture) + " arguments";

    private static TemplateError? Unknown(ParsedTemplate template, string name, TemplateSpan span)
    {
        if (TemplateFunctions.Find(name) is not null)
        {
            return null;
        }

        if (TemplateFunctions.Refused.ContainsKey(name))
        {
            return Refused(name, span);
        }

        var root = name.Split('.')[0];
        var isMember = name.Contains('.') && !ScopeNames.IsLibrary(root);
        if (isMember || ScopeNames.Contains(root) || template.LocalNames.Contains(root))
        {
            return NoFunction(template, span, name);
        }

        var near = Spelling.Nearest(name, TemplateFunctions.All.Select(function => function.Name));
        var hint = near is null ? null : "did you mean '" + near + "'?";
        return new TemplateError(TemplateErrorKind.Function, span, "there is no function '" + name + "'", hint);
    }

    private static TemplateError Refused(string name, TemplateSpan span) => new(
        TemplateErrorKind.Function, span, "'" + name + "' is not allowed in a template", TemplateFunctions.Refused[name]);

    private static TemplateError NoFunction(ParsedTemplate template, TemplateSpan span, string name)
    {
        var hint = name.Length > 0 && span.End < template.Text.Length
            ? "end the hole with '}}' behind it, or put an operator between the two"
            : null;
        return new TemplateError(
            TemplateErrorKind.Syntax, span, "'" + name + "' is called here with arguments, and is no function", hint);
    }

    private static string Written(ParsedTemplate template, TemplateSpan span) =>
        template.Text.Substring(span.Start, Math.Min(span.Length, template.Text.Length - span.Start));
}
