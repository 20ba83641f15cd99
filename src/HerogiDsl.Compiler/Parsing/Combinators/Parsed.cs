using HerogiDsl.Compiler.Parsing.Scanning;
using Sprache;

namespace HerogiDsl.Compiler.Parsing.Combinators;

/// <summary>What a parser gives: a value, and the token that is next.</summary>
internal sealed class Parsed<T>(T value, IInput remainder) : IResult<T>
{
    public T Value { get; } = value;

    public bool WasSuccessful => true;

    public IInput Remainder { get; } = remainder;

    string IResult<T>.Message => "";

    IEnumerable<string> IResult<T>.Expectations => [];
}

/// <summary>That a parser failed, at the token that is next; why was told already.</summary>
internal sealed class Failure<T>(IInput remainder) : IResult<T>
{
    public T Value => throw new InvalidOperationException("a failure has no value");

    public bool WasSuccessful => false;

    public IInput Remainder { get; } = remainder;

    string IResult<T>.Message => "";

    IEnumerable<string> IResult<T>.Expectations => [];
}

/// <summary>Ways to end a parser.</summary>
internal static class Parsed
{
    public static IResult<T> Done<T>(T value, IInput next) => new Parsed<T>(value, next);

    public static IResult<T> Failed<T>(IInput at) => new Failure<T>(at);

    /// <summary>Tells that <paramref name="at"/> is not what is expected there, and fails.</summary>
    public static IResult<T> Unexpected<T>(Token at, string expected, string? hint = null)
    {
        at.Session.Unexpected(at, expected, hint);
        return Failed<T>(at);
    }

    public static Token Rest<T>(this IResult<T> result) => (Token)result.Remainder;
}
