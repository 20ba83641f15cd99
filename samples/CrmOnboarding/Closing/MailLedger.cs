using MimeKit;

namespace Acme.Onboarding.Closing;

/// <summary>The mails in a folder, by the address they are for.</summary>
internal sealed class MailLedger
{
    private readonly ILookup<string, MimeMessage> mails;

    private MailLedger(IEnumerable<MimeMessage> mails) =>
        this.mails = mails.ToLookup(mail => mail.To.Mailboxes.First().Address, StringComparer.OrdinalIgnoreCase);

    public int Count => mails.Sum(group => group.Count());

    public static MailLedger Read(string folder) =>
        new(Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Select(file => MimeMessage.Load(file)) : []);

    public int CountFor(string address) => mails[address].Count();
}
