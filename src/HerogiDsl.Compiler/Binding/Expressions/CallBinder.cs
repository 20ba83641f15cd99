using System.Collections.Immutable;
using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Literals;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Expressions;
using T = HerogiDsl.Compiler.Symbols.Types.BuiltInTypes;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Calls of functions.</summary>
internal sealed class CallBinder(BinderEnvironment environment, ExpressionBinder expressions)
{
    // example: length(event.body.results), dateIn(now(), "Europe/Berlin")
    public BoundExpression Bind(CallSyntax syntax, BindingContext context)
    {
        var arguments = syntax.Arguments.Select(argument => expressions.Bind(argument, context)).ToArray();
        var name = syntax.Function.Text;
        var ways = Functions.All.Where(function => function.Name == name).ToArray();
        if (ways.Length == 0)
        {
            if (!environment.Skipped.ExcusesPlace(context.Locate(syntax.Function.Span)))
            {
                environment.Report(
                    NameDiagnostics.UnknownFunction(context.Locate(syntax.Function.Span), name, Functions.Names), context);
            }

            return new BoundError(syntax.Span);
        }

        var fitting = ways.Where(way => way.Parameters.Length == arguments.Length).ToArray();
        if (fitting.Length == 0)
        {
            ReportCount(syntax, ways, context);
            return new BoundError(syntax.Span);
        }

        if (arguments.Any(argument => argument.Type.IsError))
            return new BoundError(syntax.Span) { Parts = [.. arguments], MayProve = null };
        if (Choose(fitting, arguments) is not { } function)
            return ReportWrongArgument(syntax, fitting, arguments, context);
        return CheckLiterals(syntax, function, context)
            ? new BoundCall(function, ConvertAll(function, arguments, context), function.Returns, syntax.Span)
            : new BoundError(syntax.Span);
    }

    private static FunctionSymbol? Choose(FunctionSymbol[] ways, BoundExpression[] arguments) =>
        ways.FirstOrDefault(way => Fits(way, arguments, exactly: true))
        ?? ways.FirstOrDefault(way => Fits(way, arguments, exactly: false));

    private static bool Fits(FunctionSymbol way, BoundExpression[] arguments, bool exactly)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!Fits(way, arguments, i, exactly))
                return false;
        }

        return true;
    }

    private static bool Fits(FunctionSymbol way, BoundExpression[] arguments, int index, bool exactly)
    {
        var wanted = way.Parameters[index];
        var type = arguments[index].Type.Underlying;
        if (wanted == Functions.Any)
            return type is not EventUnionType;
        if (type is NullType)
            return false;
        if (wanted == Functions.AnyList)
            return type is ListType || (!exactly && type == T.Json);
        if (wanted == Functions.AnyMap)
            return type is MapType;
        if (wanted == Functions.Element)
        {
            wanted = ElementOf(arguments[0].Type);
            if (wanted == T.Json && type == T.Json)
                return true;
        }

        return exactly ? type.Equals(wanted) : Conversions.Exists(type, wanted);
    }

    private static TypeSymbol ElementOf(TypeSymbol list) => list.Underlying is ListType { Element: var element } ? element : T.Json;

    private ImmutableArray<BoundExpression> ConvertAll(
        FunctionSymbol function, BoundExpression[] arguments, BindingContext context)
    {
        var converted = ImmutableArray.CreateBuilder<BoundExpression>(arguments.Length);
        for (var i = 0; i < arguments.Length; i++)
        {
            var wanted = function.Parameters[i];
            var argument = arguments[i];
            if (wanted == Functions.AnyList)
                wanted = argument.Type.Underlying == T.Json ? new ListType(T.Json) : argument.Type.Underlying;
            else if (wanted == Functions.AnyMap)
                wanted = argument.Type.Underlying;
            else if (wanted == Functions.Element)
                wanted = ElementOf(arguments[0].Type);
            converted.Add(
                wanted == Functions.Any ? argument : expressions.Converter.TryConvert(argument, wanted, context) ?? argument);
        }

        return converted.ToImmutable();
    }

    private void ReportCount(CallSyntax syntax, FunctionSymbol[] ways, BindingContext context)
    {
        var counts = ways.Select(way => way.Parameters.Length).Distinct().OrderBy(count => count).ToArray();
        var wanted = counts.Length == 1
            ? WayOut.Count(counts[0], "argument")
            : string.Join(" or ", counts) + " arguments";
        environment.Report(
            NameDiagnostics.WrongArgumentCount(
                context.Locate(syntax.Function.Span),
                "function",
                syntax.Function.Text,
                syntax.Arguments.Length,
                wanted,
                string.Join(" or ", ways.Select(Functions.Signature).Distinct())),
            context);
    }

    private BoundError ReportWrongArgument(
        CallSyntax syntax, FunctionSymbol[] ways, BoundExpression[] arguments, BindingContext context)
    {
        var wrong = 0;
        while (wrong < arguments.Length - 1 && ways.Any(way => Fits(way, arguments, wrong, exactly: false)))
            wrong++;
        var wanted = ways.Select(way => way.Parameters[wrong]).Distinct()
            .Select(type => type == Functions.Any || type == Functions.Element ? type.Name : $"'{type.Name}'");
        var at = context.Locate(arguments[wrong].Span);
        environment.Report(
            arguments[wrong].Type.Underlying is NullType
                ? TypeDiagnostics.MayBeNull(at, "null", null)
                : TypeDiagnostics.WrongArgument(
                    at, syntax.Function.Text, arguments[wrong].Type.Name, string.Join(" or ", wanted)),
            context);
        return new BoundError(syntax.Span);
    }

    // A zone, a time of day or a pattern that is written down is checked where it stands.
    private bool CheckLiterals(CallSyntax syntax, FunctionSymbol function, BindingContext context)
    {
        if (syntax.Arguments.Length == 0)
            return true;
        string? fault = null;
        var last = syntax.Arguments[syntax.Arguments.Length - 1];
        var suspect = last;
        switch (function.Name)
        {
            case "dateIn" or "hourIn" or "weekdayIn" or "at"
                when last is StringLiteralSyntax { Literal.Value: var zone } && ZoneLiteral.IsUnknown(zone):
                fault = $"there is no time zone '{zone}'; zones have IANA names, such as 'Europe/Berlin'";
                break;
            case "at" when syntax.Arguments[1] is StringLiteralSyntax { Literal.Value: var time } && !IsTimeOfDay(time):
                suspect = syntax.Arguments[1];
                fault = $"'{time}' is no time of day; one is written '09:00'";
                break;
            case "firstMatch" when last is StringLiteralSyntax { Literal.Value: var pattern }
                && RegexLiteral.FindFault(pattern) is { } regexFault:
                fault = $"this regular expression cannot be used: {regexFault}";
                break;
        }

        if (fault is null)
            return true;
        environment.Report(SyntaxDiagnostics.Malformed(context.Locate(suspect.Span), fault), context);
        return false;
    }

    private static bool IsTimeOfDay(string text) =>
        TimeSpan.TryParseExact(text, ["hh\\:mm", "hh\\:mm\\:ss"], CultureInfo.InvariantCulture, out _);
}
