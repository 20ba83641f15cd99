using System.Collections.Immutable;
using HubSpotStandIn.Errors;

namespace HubSpotStandIn.Objects;

internal static class PropertyRules
{
    // {"properties":{"email":"a@b.example","phone":null}}
    public static ImmutableDictionary<string, string?> Read(ObjectKind kind, JsonInput body)
    {
        var properties = body.Object("properties") ?? throw Failures.Missing("properties");
        return Check(kind, properties.Members());
    }

    public static ImmutableDictionary<string, string?> Check(
        ObjectKind kind, IEnumerable<(string Name, string? Value)> properties)
    {
        var known = ImmutableDictionary.CreateBuilder<string, string?>();
        foreach (var (name, value) in properties)
        {
            if (!IsName(name))
            {
                throw Failures.InvalidProperty(name, "PROPERTY_DOESNT_EXIST", $"Property \"{name}\" does not exist");
            }
            if (kind.IsReadOnly(name))
            {
                throw Failures.InvalidProperty(name, "READ_ONLY_VALUE", $"\"{name}\" is a read only property");
            }
            known[name] = string.IsNullOrEmpty(value) ? null : Normal(kind, name, value);
        }
        return known.ToImmutable();
    }

    // HubSpot keeps e-mail addresses in lower case, so that two spellings are one contact.
    public static string Normal(ObjectKind kind, string name, string value)
    {
        if (kind != ObjectKind.Contact || name != "email")
        {
            return value;
        }
        var email = value.Trim().ToLowerInvariant();
        return IsEmail(email)
            ? email
            : throw Failures.InvalidProperty(name, "INVALID_EMAIL", $"Email address {value} is invalid");
    }

    private static bool IsName(string name) => name.Length > 0 && char.IsAsciiLetterLower(name[0])
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var dot = text.LastIndexOf('.');
        return at > 0 && at == text.LastIndexOf('@') && dot > at + 1 && dot < text.Length - 1
            && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
    }
}
