using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator;

/// <content>The customers' mailboxes.</content>
public sealed partial class OmniEmulator
{
    private const int MaxMailText = 20_000;

    /// <summary>The mails a mailbox received from the application, oldest first.</summary>
    public IReadOnlyList<EmulatedMail> Mails(string address)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        return [.. Snapshot.Mails.Where(m => m.FromApplication && m.To.Equals(address, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>A customer writes a mail. Ends when the application answered its webhook; the mail's status says how.</summary>
    /// <returns>The mail's id.</returns>
    public Task<string> ComposeMailAsync(EmulatedMailDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var to = string.IsNullOrEmpty(draft.To) ? _options.Inboxes.FirstOrDefault()?.Address : draft.To;
        return PostAsync(Mail(draft, to ?? throw new InvalidOperationException("EmulatorOptions has no inbox.")), cancellationToken);
    }

    /// <summary>A customer answers a mail of the application, in its thread.</summary>
    /// <param name="mailId">The mail that is answered.</param>
    /// <param name="text">The answer; the mail is not quoted below it.</param>
    /// <param name="cancellationToken">Stops the delivery.</param>
    /// <returns>The answer's id.</returns>
    /// <exception cref="InvalidOperationException">There is no such mail.</exception>
    public Task<string> ReplyToMailAsync(string mailId, string text, CancellationToken cancellationToken = default)
    {
        var mail = Snapshot.Mails.FirstOrDefault(m => m.Id == mailId && m.FromApplication)
            ?? throw new InvalidOperationException("There is no such mail.");
        var draft = new EmulatedMailDraft
        {
            From = mail.To,
            Subject = mail.Subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? mail.Subject : "Re: " + mail.Subject,
            Text = text,
        };
        var answer = Mail(draft, mail.ReplyTo);
        return PostAsync(
            mail.MessageId.Length == 0 ? answer : answer with { InReplyTo = mail.MessageId, References = [.. mail.References, mail.MessageId] },
            cancellationToken);
    }

    private async Task<string> PostAsync(EmulatedMail mail, CancellationToken cancellationToken) =>
        (await _mail.PostAsync(mail, cancellationToken)).Id;

    private static EmulatedMail Mail(EmulatedMailDraft draft, string to)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(draft.Text);
        if (!IsAddress(draft.From) || !IsAddress(to) || draft.Text.Length > MaxMailText || draft.Subject.Length > 500)
        {
            throw new ArgumentException("A mail has two addresses and at most 20,000 characters.");
        }

        return new()
        {
            Id = EmulatorIds.Sid("M"),
            From = draft.From,
            FromName = draft.FromName,
            To = to,
            Subject = draft.Subject,
            Text = draft.Text,
            FromApplication = false,
            Status = "sending",
            At = default,
            MessageId = "",
            ReplyTo = draft.From,
        };
    }

    private static bool IsAddress(string address) =>
        address.Length <= 254 && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Length - 1
        && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>');
}
