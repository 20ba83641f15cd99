using System.Globalization;

namespace Acme.Onboarding.Customers;

/// <summary>Somebody who registers in the shop. The same number is always the same customer.</summary>
internal sealed record Customer(int Number, string Email, string CompanyName, string ContactName)
{
    // Some of the names are such as break what is put together carelessly.
    private static readonly string[] FirstNames =
        ["Ada", "Björn", "Chloé", "Dmitri", "Esra", "Fionn", "Grace", "Hiroko", "Inês", "Jürgen", "Kwame"];

    private static readonly string[] CompanyNames =
        ["Northwind", "O'Brien & Sons", "The \"Fine\" Bakery", "Søren <Data>", "Blåbær", "C:\\Tools", "{{ Curly }}"];

    /// <summary>The session of the customer, in both scenarios.</summary>
    public string SessionId => Invariant($"customer-{Number}");

    /// <summary>The id under which the registration is sent: sent once more, it is not handled again.</summary>
    public string EventId => Invariant($"register-{Number}");

    /// <summary>Whether somebody else has brought the contact into HubSpot before.</summary>
    public bool IsKnownBefore => Number % 20 == 0;

    public static IReadOnlyList<Customer> First(int count) => [.. Enumerable.Range(1, count).Select(Create)];

    public Register ToEvent() => new(Email, CompanyName, ContactName);

    private static Customer Create(int number) => new(
        number,
        Invariant($"customer.{number}@shop.example"),
        Invariant($"{CompanyNames[number % CompanyNames.Length]} {number}"),
        FirstNames[number % FirstNames.Length]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
