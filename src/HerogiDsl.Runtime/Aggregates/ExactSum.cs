using System.Globalization;
using System.Numerics;

namespace HerogiDsl.Runtime.Aggregates;

/// <summary>
/// A sum of decimals that loses nothing: what was added can be taken away again, however large other numbers of the sum
/// were. Its text has as many digits behind the point as any of the numbers had.
/// </summary>
internal readonly record struct ExactSum
{
    private const int Digits = 28;

    private static readonly BigInteger One = BigInteger.Pow(10, Digits);
    private static readonly BigInteger Largest = (BigInteger.One << 96) - 1;

    // In units of 10^-28, the smallest that a decimal knows.
    private readonly BigInteger _units;
    private readonly int _scale;

    private ExactSum(BigInteger units, int scale) => (_units, _scale) = (units, scale);

    public static ExactSum Zero { get; }

    public ExactSum Add(decimal value) => new(_units + UnitsOf(value), Math.Max(_scale, value.Scale));

    public ExactSum Subtract(decimal value) => new(_units - UnitsOf(value), _scale);

    /// <summary>The sum as a decimal.</summary>
    /// <exception cref="OverflowException">It is too large for one.</exception>
    public decimal ToDecimal() => ToDecimal(_units, _scale, _scale);

    /// <summary>The sum divided, as exact as a decimal is.</summary>
    public decimal Mean(long count) => ToDecimal(Divide(_units, count), Digits, _scale);

    /// <summary>In digits, for the store.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(_units).ToString(CultureInfo.InvariantCulture).PadLeft(Digits + 1, '0');
        var fraction = digits.Substring(digits.Length - Digits, _scale);
        return (_units.Sign < 0 ? "-" : "") + digits[..^Digits] + (_scale == 0 ? "" : "." + fraction);
    }

    public static ExactSum Parse(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : text.Length - point - 1;
        var digits = point < 0 ? text : text.Remove(point, 1);
        return new ExactSum(
            BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, Digits - scale), scale);
    }

    // The most digits behind the point that fit, down to those that the numbers had; zeros behind them say nothing.
    private static decimal ToDecimal(BigInteger units, int scale, int least)
    {
        for (; scale >= 0; scale--)
        {
            var mantissa = Divide(units, BigInteger.Pow(10, Digits - scale));
            if (BigInteger.Abs(mantissa) > Largest)
                continue;
            for (; scale > least && mantissa % 10 == 0; scale--)
                mantissa /= 10;
            return Make(mantissa, scale);
        }

        throw new OverflowException();
    }

    private static decimal Make(BigInteger mantissa, int scale)
    {
        var magnitude = BigInteger.Abs(mantissa);
        var mask = (BigInteger)uint.MaxValue;
        return new decimal(
            unchecked((int)(uint)(magnitude & mask)),
            unchecked((int)(uint)((magnitude >> 32) & mask)),
            unchecked((int)(uint)(magnitude >> 64)),
            mantissa.Sign < 0,
            (byte)scale);
    }

    // To the nearest, halves to the even one, as decimals do.
    private static BigInteger Divide(BigInteger value, BigInteger by)
    {
        var quotient = BigInteger.DivRem(value, by, out var rest);
        var half = (BigInteger.Abs(rest) * 2).CompareTo(by);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + value.Sign : quotient;
    }

    private static BigInteger UnitsOf(decimal value)
    {
        var bits = decimal.GetBits(value);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var units = magnitude * BigInteger.Pow(10, Digits - value.Scale);
        return value < 0 ? -units : units;
    }
}
