using MimeKit;

namespace HerogiDsl.Runtime.Dispatch.Email;

/// <summary>Writes mails into a folder. A mail has one name, so that writing it again does not double it.</summary>
internal static class PickupFolder
{
    public static async Task WriteAsync(string folder, string id, MimeMessage message, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, id + ".eml");
        var temporary = path + ".part";
        var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            await message.WriteToAsync(file, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
