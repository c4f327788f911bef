using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OmniChannel.Channels.Email.Gateways;

namespace OmniChannel.Channels.Email.Tests.Fakes;

/// <summary>Accounts, messages and gateway requests in their documented shapes.</summary>
internal static class Sample
{
    public const string Shop = "help@shop.example";
    public const string Customer = "ann.secret@x.example";
    public const string Credentials = "hook:long-password";
    public const string Boundary = "xYzZY";
    public const string OurId = "omni.0123456789abcdef0123456789abcdef@shop.example";
    public const string Spf = "Pass (sender SPF authorized) identity=mailfrom; client-ip=192.0.2.7; helo=mail.x.example; "
        + "envelope-from=bounce@x.example; receiver=0123@inbound.postmarkapp.example";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly Uri Url = new("https://shop.example/omni/webhooks/email/support");

    public static EmailChannel Channel { get; } = new(new HttpClient());

    public static ChannelAccount<EmailOptions> Account(EmailGateway gateway, Action<EmailOptions>? configure = null)
    {
        var options = new EmailOptions
        {
            From = Shop,
            FromName = "Shop help",
            Inbound = gateway,
            WebhookCredentials = [Credentials],
            SmtpHost = "127.0.0.1",
            SmtpSecurity = Channels.Email.Smtp.SmtpSecurity.None,
        };
        configure?.Invoke(options);
        return new() { Id = new(new("email"), "support"), Options = options, WebhookUrl = Url, Time = new FixedTime(Now) };
    }

    public static string Raw(string body = "Hello there", params string[] headers)
    {
        string[] defaults =
        [
            "From: Ann Example <Ann.Secret@X.example>", "To: help@shop.example", "Subject: Where is my order?", "Message-ID: <m1@x.example>",
            "Date: Sun, 1 Mar 2026 08:59:00 +0000",
        ];
        var own = headers.Select(h => h.Split(':')[0] + ":").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = defaults.Where(d => !own.Contains(d.Split(':')[0] + ":")).Concat(headers.Where(h => !h.EndsWith(": ", StringComparison.Ordinal)));
        return string.Join("\r\n", lines) + "\r\n\r\n" + body.ReplaceLineEndings("\r\n") + "\r\n";
    }

    public static JsonObject Postmark(string? raw = null, params (string Name, string Value)[] headers) => new()
    {
        ["FromName"] = "Ann Example",
        ["MessageStream"] = "inbound",
        ["From"] = "Ann.Secret@X.example",
        ["FromFull"] = new JsonObject { ["Email"] = "Ann.Secret@X.example", ["Name"] = "Ann Example", ["MailboxHash"] = "" },
        ["To"] = Shop,
        ["OriginalRecipient"] = Shop,
        ["Subject"] = "Where is my order?",
        ["MessageID"] = "22c74902-a0c1-4511-804f-341342852c90",
        ["Date"] = "Sun, 1 Mar 2026 08:59:00 +0000",
        ["TextBody"] = "Hello there",
        ["HtmlBody"] = "",
        ["Headers"] = new JsonArray([.. headers.DefaultIfEmpty(("Message-ID", "<m1@x.example>"))
            .Select(h => new JsonObject { ["Name"] = h.Item1, ["Value"] = h.Item2 })]),
        ["Attachments"] = new JsonArray(),
        ["RawEmail"] = raw,
    };

    public static WebhookRequest Post(string body, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Post(Encoding.UTF8.GetBytes(body), contentType, headers);

    public static WebhookRequest Post(byte[] body, string contentType, params (string Name, string Value)[] headers) => new()
    {
        Method = "POST",
        Url = Url,
        Headers = new([new("Content-Type", contentType), .. headers.Select(h => new KeyValuePair<string, string>(h.Name, h.Value))]),
        Body = body,
        ReceivedAt = Now,
    };

    public static (string Name, string Value) Basic(string credentials = Credentials) =>
        ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

    /// <summary>Inbound Parse; a name with a slash is a file: <c>attachment1/list.csv/text/csv</c>.</summary>
    public static WebhookRequest SendGrid(params (string Name, byte[] Value)[] fields)
    {
        var body = new MemoryStream();
        foreach (var (name, value) in fields)
        {
            var file = name.Split('/', 3);
            var head = file.Length == 1
                ? $"Content-Disposition: form-data; name=\"{name}\""
                : $"Content-Disposition: form-data; name=\"{file[0]}\"; filename=\"{file[1]}\"\r\nContent-Type: {file[2]}";
            body.Write(Encoding.UTF8.GetBytes($"--{Boundary}\r\n{head}\r\n\r\n"));
            body.Write(value);
            body.Write("\r\n"u8);
        }

        body.Write(Encoding.UTF8.GetBytes($"--{Boundary}--\r\n"));
        return Post(body.ToArray(), "multipart/form-data; boundary=" + Boundary);
    }

    public static WebhookRequest SendGridRaw(string mail, string dkim = "none", string spf = "fail", string envelope = "bounce@x.example") => SendGrid(
        ("dkim", Bytes(dkim)), ("email", Bytes(mail)), ("to", Bytes(Shop)), ("from", Bytes("Ann")), ("sender_ip", Bytes("192.0.2.7")),
        ("envelope", Bytes($$"""{"to":["{{Shop}}"],"from":"{{envelope}}"}""")), ("SPF", Bytes(spf)));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static WebhookRequest Signed(string body, ECDsa key, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = key.SignData(Bytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Post(body, "application/json", (SendGridSignature.SignatureHeader, Convert.ToBase64String(signature)), (SendGridSignature.TimestampHeader, timestamp));
    }

    public static OutboundMessage Outbound(string to = Customer, MessageThread? thread = null, params MessageContent[] contents) => new()
    {
        Id = new MessageId(77),
        To = new() { Account = new(new("email"), "support"), SenderId = to },
        Contents = contents.Length > 0 ? contents : [new TextContent("It leaves today.")],
        IdempotencyKey = "key-1",
        Thread = thread,
    };
}
