using HerogiDsl.Compiler.Parsing.Scanning;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;

namespace HerogiDsl.Compiler.Parsing.Combinators;

/// <summary>One thing after another.</summary>
/// <remarks>What Sprache's query syntax would say, without its closures and its records of what was expected.</remarks>
internal static class Sequences
{
    public static Parser<T> Sequence<TA, T>(Parser<TA> a, Func<Extent, TA, T> build) =>
        input =>
        {
            var first = a(input);
            return first.WasSuccessful
                ? Done(build(Between(input, first.Remainder), first.Value), first.Remainder)
                : Failed<T>(first.Remainder);
        };

    public static Parser<T> Sequence<TA, TB, T>(Parser<TA> a, Parser<TB> b, Func<Extent, TA, TB, T> build) =>
        input =>
        {
            var first = a(input);
            if (!first.WasSuccessful)
                return Failed<T>(first.Remainder);
            var second = b(first.Remainder);
            return second.WasSuccessful
                ? Done(build(Between(input, second.Remainder), first.Value, second.Value), second.Remainder)
                : Failed<T>(second.Remainder);
        };

    public static Parser<T> Sequence<TA, TB, TC, T>(
        Parser<TA> a, Parser<TB> b, Parser<TC> c, Func<Extent, TA, TB, TC, T> build) =>
        input =>
        {
            var first = a(input);
            if (!first.WasSuccessful)
                return Failed<T>(first.Remainder);
            var second = b(first.Remainder);
            if (!second.WasSuccessful)
                return Failed<T>(second.Remainder);
            var third = c(second.Remainder);
            return third.WasSuccessful
                ? Done(
                    build(Between(input, third.Remainder), first.Value, second.Value, third.Value), third.Remainder)
                : Failed<T>(third.Remainder);
        };

    public static Parser<T> Sequence<TA, TB, TC, TD, T>(
        Parser<TA> a, Parser<TB> b, Parser<TC> c, Parser<TD> d, Func<Extent, TA, TB, TC, TD, T> build) =>
        input =>
        {
            var first = a(input);
            if (!first.WasSuccessful)
                return Failed<T>(first.Remainder);
            var second = b(first.Remainder);
            if (!second.WasSuccessful)
                return Failed<T>(second.Remainder);
            var third = c(second.Remainder);
            if (!third.WasSuccessful)
                return Failed<T>(third.Remainder);
            var fourth = d(third.Remainder);
            return fourth.WasSuccessful
                ? Done(
                    build(
                        Between(input, fourth.Remainder), first.Value, second.Value, third.Value, fourth.Value),
                    fourth.Remainder)
                : Failed<T>(fourth.Remainder);
        };

    public static Parser<T> Sequence<TA, TB, TC, TD, TE, T>(
        Parser<TA> a,
        Parser<TB> b,
        Parser<TC> c,
        Parser<TD> d,
        Parser<TE> e,
        Func<Extent, TA, TB, TC, TD, TE, T> build) =>
        input =>
        {
            var first = a(input);
            if (!first.WasSuccessful)
                return Failed<T>(first.Remainder);
            var second = b(first.Remainder);
            if (!second.WasSuccessful)
                return Failed<T>(second.Remainder);
            var third = c(second.Remainder);
            if (!third.WasSuccessful)
                return Failed<T>(third.Remainder);
            var fourth = d(third.Remainder);
            if (!fourth.WasSuccessful)
                return Failed<T>(fourth.Remainder);
            var fifth = e(fourth.Remainder);
            return fifth.WasSuccessful
                ? Done(
                    build(
                        Between(input, fifth.Remainder),
                        first.Value,
                        second.Value,
                        third.Value,
                        fourth.Value,
                        fifth.Value),
                    fifth.Remainder)
                : Failed<T>(fifth.Remainder);
        };

    /// <summary>Both, of which the second has the value.</summary>
    public static Parser<T> Then<TA, T>(this Parser<TA> before, Parser<T> parser) =>
        input =>
        {
            var first = before(input);
            return first.WasSuccessful ? parser(first.Remainder) : Failed<T>(first.Remainder);
        };

    /// <summary>Both, of which the first has the value.</summary>
    public static Parser<T> Before<TA, T>(this Parser<T> parser, Parser<TA> after) =>
        input =>
        {
            var first = parser(input);
            if (!first.WasSuccessful)
                return first;
            var second = after(first.Remainder);
            return second.WasSuccessful ? Done(first.Value, second.Remainder) : Failed<T>(second.Remainder);
        };

    private static Extent Between(IInput first, IInput next) => new((Token)first, (Token)next);
}
