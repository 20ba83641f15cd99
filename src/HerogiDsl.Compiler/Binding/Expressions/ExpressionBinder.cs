using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Literals;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Gives every expression its type.</summary>
internal sealed class ExpressionBinder
{
    private readonly BinderEnvironment _environment;
    private readonly OperatorBinder _operators;
    private readonly TestBinder _tests;
    private readonly CallBinder _calls;
    private readonly ObjectBinder _objects;

    public ExpressionBinder(BinderEnvironment environment)
    {
        _environment = environment;
        Converter = new Converter(environment);
        Members = new MemberBinder(environment, Converter);
        Roots = new RootBinder(environment, Members);
        _operators = new OperatorBinder(environment, this);
        _tests = new TestBinder(environment, this);
        _calls = new CallBinder(environment, this);
        _objects = new ObjectBinder(environment, this);
    }

    public Converter Converter { get; }

    public MemberBinder Members { get; }

    public RootBinder Roots { get; }

    public ObjectBinder Objects => _objects;

    /// <summary>Binds an expression; <paramref name="expected"/> tells object and list literals what they are.</summary>
    public BoundExpression Bind(ExpressionSyntax syntax, BindingContext context, TypeSymbol? expected = null) =>
        syntax switch
        {
            ParenthesizedSyntax parenthesized => Bind(parenthesized.Inner, context, expected),
            IntLiteralSyntax literal => new BoundLiteral(literal.Value, BuiltInTypes.Int, literal.Span),
            DecimalLiteralSyntax literal => new BoundLiteral(literal.Value, BuiltInTypes.Decimal, literal.Span),
            BoolLiteralSyntax literal => new BoundLiteral(literal.Value, BuiltInTypes.Bool, literal.Span),
            DurationLiteralSyntax literal => new BoundLiteral(literal.Value, BuiltInTypes.Duration, literal.Span),
            NullLiteralSyntax literal => new BoundLiteral(null, BuiltInTypes.Null, literal.Span),
            StringLiteralSyntax literal => BindString(literal, context),
            NameSyntax name => BindName(name.Name, context),
            MemberAccessSyntax member => BindMemberAccess(member, context),
            ElementAccessSyntax element => Members.BindIndex(
                Bind(element.Target, context), Bind(element.Index, context), element.Span, context),
            CallSyntax call => _calls.Bind(call, context),
            UnarySyntax unary => _operators.BindUnary(unary, context),
            BinarySyntax binary => _operators.BindBinary(binary, context, expected),
            ConditionalSyntax conditional => BindConditional(conditional, context, expected),
            ObjectSyntax literal => _objects.BindObject(literal, context, expected),
            ListSyntax list => _objects.BindList(list, context, expected),
            SkippedExpressionSyntax => new BoundError(syntax.Span),
            _ => _tests.Bind(syntax, context),
        };

    /// <summary>Binds a value for a place such as "assigned to 'session.x'".</summary>
    public BoundExpression BindTo(ExpressionSyntax syntax, TypeSymbol wanted, string place, BindingContext context) =>
        Converter.Convert(Bind(syntax, context, wanted), wanted, place, context);

    /// <summary>Binds what `when`, `if` and `where` judge.</summary>
    public BoundExpression BindCondition(ExpressionSyntax syntax, BindingContext context)
    {
        var condition = Bind(syntax, context);
        var underlying = condition.Type.Underlying;
        if (condition.Type.IsError || underlying is NeverType)
            return condition;
        if (underlying == BuiltInTypes.Bool)
            return Converter.NotNull(condition, context);
        _environment.Report(
            underlying == BuiltInTypes.Json
                ? TypeDiagnostics.JsonWithoutType(context.Locate(condition.Span), "the condition")
                : TypeDiagnostics.ConditionNotBool(context.Locate(condition.Span), condition.Type.Name),
            context);
        return new BoundError(condition.Span);
    }

    private BoundLiteral BindString(StringLiteralSyntax literal, BindingContext context)
    {
        PlainString.Check(literal.Literal, _environment, context);
        return new BoundLiteral(literal.Literal.Value, BuiltInTypes.String, literal.Span);
    }

    private BoundExpression BindName(Identifier name, BindingContext context)
    {
        if (context.Parameters.FirstOrDefault(candidate => candidate.Name == name.Text) is { } parameter)
            return new BoundParameter(parameter, name.Span);
        return name.Text == "event"
            ? Roots.BindEvent(name.Span, context)
            : Roots.ReportUnknownName(name.Text, name.Span, context);
    }

    private BoundExpression BindMemberAccess(MemberAccessSyntax syntax, BindingContext context)
    {
        var name = new MemberName(
            syntax.Name.Text, context.Locate(syntax.Name.Span), syntax.Span, syntax.IsConditional);
        if (syntax.Target is NameSyntax { Name: var root }
            && RootBinder.IsRoot(root.Text)
            && !context.Parameters.Any(parameter => parameter.Name == root.Text))
        {
            return Roots.BindRootMember(root.Text, root.Span, name, context);
        }

        return BindEnumValue(syntax, name, context) ?? Members.BindMember(Bind(syntax.Target, context), name, context);
    }

    // example: Plan.Free, Acme.Crm.Plan.Free
    private BoundExpression? BindEnumValue(MemberAccessSyntax syntax, MemberName name, BindingContext context)
    {
        if (QualifiedName(syntax.Target) is not { } qualified
            || context.Parameters.Any(parameter => parameter.Name == qualified)
            || _environment.Table.Types.Find(qualified, context.Origin) is not EnumSymbol @enum)
        {
            return null;
        }

        _environment.Usage.Mention(@enum);
        return @enum.Values.Contains(name.Text)
            ? new BoundEnumValue(@enum, name.Text, syntax.Span)
            : Members.ReportUnknown($"enum '{@enum.Name}'", [.. @enum.Values], name, context);
    }

    private static string? QualifiedName(ExpressionSyntax syntax) => syntax switch
    {
        NameSyntax name => name.Name.Text,
        MemberAccessSyntax { IsConditional: false } member when QualifiedName(member.Target) is { } target =>
            target + "." + member.Name.Text,
        _ => null,
    };

    // Where one branch is wrong, the other one says what both were to be.
    private static TypeSymbol TypeBeside(BoundExpression then, BoundExpression @else) =>
        (then.Type.IsError ? @else.Type : then.Type) is var type and not (NullType or NeverType) ? type : BuiltInTypes.Error;

    // example: if event.ok then "yes" else "no"
    private BoundExpression BindConditional(ConditionalSyntax syntax, BindingContext context, TypeSymbol? expected)
    {
        var condition = BindCondition(syntax.Condition, context);
        var then = Bind(syntax.Then, context.When(condition, true), expected);
        var @else = Bind(syntax.Else, context.When(condition, false), expected);
        if (then.Type.IsError || @else.Type.IsError)
            return new BoundConditional(condition, then, @else, TypeBeside(then, @else), syntax.Span);
        if (Conversions.Common(then.Type, @else.Type) is not { } common)
        {
            _environment.Report(
                TypeDiagnostics.BranchesDiffer(context.Locate(@else.Span), then.Type.Name, @else.Type.Name), context);
            return new BoundError(syntax.Span);
        }

        var type = then.Type.IsNullable || @else.Type.IsNullable ? common.ToNullable() : common;
        return new BoundConditional(
            condition,
            Converter.TryConvert(then, type, context) ?? then,
            Converter.TryConvert(@else, type, context) ?? @else,
            type,
            syntax.Span);
    }
}
