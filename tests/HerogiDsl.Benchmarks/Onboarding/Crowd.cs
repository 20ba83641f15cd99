using System.Globalization;

namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>Who registers: one after another, each when the last is through, or so many senders at once.</summary>
/// <param name="Customers">How many.</param>
/// <param name="Senders">How many at once.</param>
internal sealed record Crowd(int Customers, int Senders)
{
    public bool IsOneByOne => Senders == 1;

    public IEnumerable<Customer> Everybody => Enumerable.Range(0, Customers).Select(Customer.Of);

    /// <summary>Lets everybody register.</summary>
    public Task RunAsync(Func<Customer, Task> register) =>
        Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var number = sender; number < Customers; number += Senders)
                await register(Customer.Of(number));
        })));
}

/// <summary>Somebody who registers.</summary>
internal sealed record Customer(int Number, string SessionId, string Email, string Company, string Name)
{
    public static Customer Of(int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return new(number, "customer-" + digits, $"ada{digits}@acme.io", "Acme " + digits, "Ada Lovelace");
    }
}
