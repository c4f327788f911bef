using System.Globalization;

namespace OmniChannel.Channels.Email.Smtp;

/// <content>MAIL, RCPT, DATA and the verdict.</content>
internal sealed partial class SmtpSession
{
    private static ReadOnlyMemory<byte> EndOfContent { get; } = ".\r\n"u8.ToArray();

    private async Task<SmtpResult?> AddressAsync(CancellationToken cancellationToken)
    {
        _stage = SmtpStage.Sender;
        var utf8 = envelope.NeedsSmtpUtf8 || content.HasEightBitHeader;
        if (Unsupported(utf8) is { } reason)
        {
            return Stopped(SmtpOutcome.ContentRefused, reason);
        }

        var reply = await AskAsync($"MAIL FROM:<{envelope.Sender}>{MailParameters(utf8)}", cancellationToken).ConfigureAwait(false);
        if (!reply.IsPositive)
        {
            return Refused(reply);
        }

        _stage = SmtpStage.Recipient;
        foreach (var recipient in envelope.Recipients)
        {
            reply = await AskAsync($"RCPT TO:<{recipient}>", cancellationToken).ConfigureAwait(false);
            if (!reply.IsPositive)
            {
                return Refused(reply);
            }
        }

        return null;
    }

    private async Task<SmtpResult> SubmitAsync(CancellationToken cancellationToken)
    {
        _stage = SmtpStage.Data;
        var reply = await AskAsync("DATA", cancellationToken).ConfigureAwait(false);
        if (reply.Code != 354)
        {
            return Refused(reply);
        }

        using (var limit = Limit(settings.ContentTimeout, cancellationToken))
        {
            await Wire.SendAsync(content.Bytes, limit.Token).ConfigureAwait(false);
        }

        using var verdict = Limit(settings.ContentTimeout, cancellationToken);
        _stage = SmtpStage.Verdict; // before the dot is written: a failing write may still have sent it
        await Wire.SendAsync(EndOfContent, verdict.Token).ConfigureAwait(false);
        reply = await Wire.ReadReplyAsync(verdict.Token).ConfigureAwait(false);
        return reply.Code == 250 ? Judged(reply, SmtpOutcome.Accepted) : Refused(reply);
    }

    private string? Unsupported(bool utf8)
    {
        if (utf8 && !_extensions.SmtpUtf8)
        {
            return "The server cannot take internationalised addresses.";
        }

        if (content.HasEightBit && !_extensions.EightBitMime)
        {
            return "The server cannot take 8-bit content.";
        }

        return _extensions.MaxSize > 0 && content.Size > _extensions.MaxSize ? "The mail is larger than the server takes." : null;
    }

    private string MailParameters(bool utf8) => string.Concat(
        _extensions.SupportsSize ? string.Create(CultureInfo.InvariantCulture, $" SIZE={content.Size}") : "",
        content.HasEightBit ? " BODY=8BITMIME" : "",
        utf8 ? " SMTPUTF8" : "");
}
