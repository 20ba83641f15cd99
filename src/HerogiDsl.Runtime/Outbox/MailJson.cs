using System.Text.Json;
using HerogiDsl.Runtime.Inbox;

namespace HerogiDsl.Runtime.Outbox;

/// <summary>Mails to and from JSON.</summary>
internal static class MailJson
{
    public static ReadOnlyMemory<byte> Write(EmailMessage mail) => JsonBytes.Write(mail, static (mail, writer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("from", mail.From);
        writer.WriteString("to", mail.To);
        writer.WriteString("subject", mail.Subject);
        Optional(writer, "cc", mail.Cc);
        Optional(writer, "bcc", mail.Bcc);
        Optional(writer, "replyTo", mail.ReplyTo);
        Optional(writer, "text", mail.Text);
        Optional(writer, "html", mail.Html);
        writer.WriteEndObject();
    });

    public static EmailMessage Read(string connection, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var mail = document.RootElement;
        return new EmailMessage(connection, Text(mail, "from") ?? "", Text(mail, "to") ?? "", Text(mail, "subject") ?? "")
        {
            Cc = Text(mail, "cc"),
            Bcc = Text(mail, "bcc"),
            ReplyTo = Text(mail, "replyTo"),
            Text = Text(mail, "text"),
            Html = Text(mail, "html"),
        };
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static string? Text(JsonElement mail, string name) =>
        mail.TryGetProperty(name, out var value) ? value.GetString() : null;
}
