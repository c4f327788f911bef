using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OmniChannel.Emulator.State;
using OmniChannel.Emulator.Webhooks;

namespace OmniChannel.Emulator.Mail;

/// <summary>Mail both ways.</summary>
internal sealed class MailDesk(
    EmulatorOptions options, EmulatorStore store, WebhookSender sender, ApplicationAddress application, TimeProvider time)
{
    private const int MaxText = 20_000;

    /// <summary>The application's mail, as the mail server took it.</summary>
    public void Take(IReadOnlyList<string> recipients, ReadOnlyMemory<byte> message)
    {
        var part = MailPart.Read(Encoding.Latin1.GetString(message.Span));
        var (from, name) = MailText.Mailbox(part["From"]);
        var (replyTo, _) = MailText.Mailbox(part["Reply-To"]);
        var text = MailText.Body(part);
        var subject = MailText.Header(part["Subject"]);
        foreach (var recipient in recipients)
        {
            store.Add(new EmulatedMail
            {
                Id = EmulatorIds.Sid("M"),
                From = from,
                FromName = name,
                To = recipient,
                Subject = subject,
                Text = text.Length > MaxText ? text[..MaxText] : text,
                Code = MailText.Code(text) ?? MailText.Code(subject),
                FromApplication = true,
                Status = "delivered",
                At = time.GetUtcNow(),
                MessageId = MailText.Ids(part["Message-ID"]).FirstOrDefault() ?? "",
                ReplyTo = replyTo.Length > 0 ? replyTo : from,
                InReplyTo = MailText.Ids(part["In-Reply-To"]).FirstOrDefault(),
                References = MailText.Ids(part["References"]),
            });
        }
    }

    /// <summary>A customer writes; ends when the application answered.</summary>
    public async Task<(string Id, WebhookReply Reply)> PostAsync(EmulatedMail draft, CancellationToken cancellationToken)
    {
        var inbox = InboxOf(draft.To);
        var mail = draft with { MessageId = $"{EmulatorIds.Sid("")}@{draft.From.Split('@')[^1]}", At = time.GetUtcNow(), Status = "sending" };
        store.Add(mail);
        var body = JsonSerializer.SerializeToUtf8Bytes(Document(mail), PostmarkJsonContext.Default.PostmarkMail);
        List<KeyValuePair<string, string>> headers = [];
        if (inbox.UserName is { } user)
        {
            headers.Add(new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{inbox.Password}"))));
        }

        var reply = await sender.SendAsync(
            new() { Kind = "email", Url = application.Resolve(inbox.Webhook), Content = () => Json(body), Headers = headers }, cancellationToken);
        store.SetMailStatus(mail.Id, reply.IsSuccess ? "received" : "failed");
        return (mail.Id, reply);
    }

    /// <summary>The inbox of an address, with or without a plus tag.</summary>
    private EmulatorInbox InboxOf(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        var plain = plus > 0 && plus < at ? address[..plus] + address[at..] : address;
        return options.Inboxes.FirstOrDefault(i => i.Address.Equals(plain, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException("No inbox of EmulatorOptions has the recipient's address.");
    }

    private static PostmarkMail Document(EmulatedMail mail)
    {
        var at = mail.To.LastIndexOf('@');
        var plus = mail.To.IndexOf('+', StringComparison.Ordinal);
        var hash = plus > 0 && plus < at ? mail.To[(plus + 1)..at] : "";
        return new()
        {
            From = mail.From,
            FromName = mail.FromName ?? "",
            FromFull = new() { Email = mail.From, Name = mail.FromName ?? "" },
            To = mail.To,
            ToFull = [new() { Email = mail.To, MailboxHash = hash }],
            OriginalRecipient = mail.To,
            Subject = mail.Subject,
            MessageID = Uuid(mail.Id),
            Date = mail.At.ToString("ddd, d MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
            MailboxHash = hash,
            TextBody = mail.Text,
            Headers = Headers(mail),
        };
    }

    private static List<PostmarkHeader> Headers(EmulatedMail mail)
    {
        var domain = mail.From.Split('@')[^1];
        List<PostmarkHeader> headers =
        [
            new() { Name = "Return-Path", Value = $"<{mail.From}>" },
            new() { Name = "Received-SPF", Value = $"Pass (sender SPF authorized) identity=mailfrom; client-ip=127.0.0.1; envelope-from={mail.From}" },
            new() { Name = "Authentication-Results", Value = $"inbound.emulator; spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; dmarc=pass header.from={domain}" },
            new() { Name = "MIME-Version", Value = "1.0" },
            new() { Name = "Message-ID", Value = $"<{mail.MessageId}>" },
        ];
        if (mail.InReplyTo is { } answered)
        {
            headers.Add(new() { Name = "In-Reply-To", Value = $"<{answered}>" });
        }

        if (mail.References.Count > 0)
        {
            headers.Add(new() { Name = "References", Value = string.Join(' ', mail.References.Select(r => $"<{r}>")) });
        }

        return headers;
    }

    private static ByteArrayContent Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }

    private static string Uuid(string id) => $"{id[1..9]}-{id[9..13]}-{id[13..17]}-{id[17..21]}-{id[21..33]}";
}
