using MimeKit;

namespace HerogiDsl.Runtime.Dispatch.Email;

/// <summary>Makes the message of a mail: the same each time it is tried.</summary>
internal static class MailMaker
{
    /// <exception cref="ParseException">An address is none.</exception>
    public static MimeMessage Make(EmailMessage mail, string id, DateTimeOffset date)
    {
        var from = Parse("from", mail.From);
        var message = new MimeMessage { Subject = mail.Subject, Date = date, Body = MakeBody(mail) };
        message.From.AddRange(from);
        message.To.AddRange(Parse("to", mail.To));
        if (!string.IsNullOrWhiteSpace(mail.Cc))
            message.Cc.AddRange(Parse("cc", mail.Cc));
        if (!string.IsNullOrWhiteSpace(mail.Bcc))
            message.Bcc.AddRange(Parse("bcc", mail.Bcc));
        if (!string.IsNullOrWhiteSpace(mail.ReplyTo))
            message.ReplyTo.AddRange(Parse("replyTo", mail.ReplyTo));
        var domain = from.Mailboxes.First().Domain;
        message.MessageId = $"{id}@{(string.IsNullOrEmpty(domain) ? "localhost" : domain)}";
        return message;
    }

    private static InternetAddressList Parse(string field, string text)
    {
        if (InternetAddressList.TryParse(text, out var list) && list.Count > 0
            && list.Mailboxes.All(box => box.Address.Contains('@', StringComparison.Ordinal)))
        {
            return list;
        }

        throw new ParseException(
            $"'{text}' in '{field}' is no list of mail addresses: expected 'name@host', separated by commas", 0, 0);
    }

    private static MimeEntity MakeBody(EmailMessage mail)
    {
        var text = mail.Text is null ? null : new TextPart("plain") { Text = mail.Text };
        var html = mail.Html is null ? null : new TextPart("html") { Text = mail.Html };
        return text is not null && html is not null
            ? new MultipartAlternative(text, html)
            : html ?? text ?? new TextPart("plain") { Text = "" };
    }
}
