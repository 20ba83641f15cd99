using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HerogiDsl.EndToEnd.Tests.Support;

/// <summary>Counts what is there with other eyes than the sample's own.</summary>
internal static class Ledger
{
    public static async Task CheckHubSpotAsync(Uri standIn, int customers)
    {
        using var client = new HttpClient();
        using var objects = JsonDocument.Parse(await client.GetStringAsync(new Uri(standIn, "/_standin/objects")));
        Check(
            objects.RootElement.GetProperty("contacts").EnumerateArray()
                .Select(contact => (
                    contact.GetProperty("email").GetString()!,
                    Names(contact).ToList())),
            Names(objects.RootElement),
            customers);
    }

    // The journal of the stand-in inside the sample, read line by line.
    public static void CheckJournal(string journal, int customers)
    {
        var lines = File.ReadLines(journal).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var objects = lines.Where(line => line.GetProperty("line").GetString() == "object").ToLookup(
            line => line.GetProperty("type").GetString(), line => (line.GetProperty("id").GetInt64(), line.GetProperty("properties")));
        var names = objects["companies"].ToDictionary(item => item.Item1, item => item.Item2.GetProperty("name").GetString()!);
        var ties = lines.Where(line => line.GetProperty("line").GetString() == "association")
            .Select(line => (Contact: line.GetProperty("fromId").GetInt64(), Company: line.GetProperty("toId").GetInt64()))
            .Distinct().ToLookup(tie => tie.Contact, tie => names[tie.Company]);
        Check(
            objects["contacts"].Select(item => (item.Item2.GetProperty("email").GetString()!, ties[item.Item1].ToList())),
            names.Values,
            customers);
    }

    public static void CheckMails(string folder, int customers)
    {
        var addressees = Directory.EnumerateFiles(folder, "*.eml")
            .Select(file => File.ReadLines(file).First(line => line.StartsWith("To: ", StringComparison.Ordinal))["To: ".Length..].Trim())
            .Order(StringComparer.Ordinal);
        Assert.Equal(Emails(customers), addressees);
    }

    public static void CheckDatabase(string path)
    {
        using var database = new SqliteConnection($"Data Source={path};Pooling=false");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
    }

    private static void Check(
        IEnumerable<(string Email, List<string> Companies)> contacts, IEnumerable<string> companies, int customers)
    {
        var all = contacts.OrderBy(contact => contact.Email, StringComparer.Ordinal).ToList();
        Assert.Equal(Emails(customers), all.Select(contact => contact.Email));
        Assert.All(all, contact => Assert.Equal(NumberIn(contact.Email), NumberIn(Assert.Single(contact.Companies))));
        Assert.Equal(
            Enumerable.Range(1, customers), companies.Select(NumberIn).Order());
    }

    private static IEnumerable<string> Emails(int customers) => Enumerable.Range(1, customers)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"customer.{number}@shop.example"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement holder) =>
        holder.GetProperty("companies").EnumerateArray().Select(company => company.GetProperty("name").GetString()!);

    // customer.17@shop.example   O'Brien & Sons 17
    private static int NumberIn(string text) =>
        int.Parse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
