using System.Text;

namespace OmniChannel.Fakes;

/// <summary>Accounts, messages and signed requests as Twilio sends them.</summary>
internal static class Sample
{
    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string Token = "token-in-use";
    public const string NextToken = "token-to-come";
    public const string CallSid = "CA00000000000000000000000000000001";
    public const string MessageSid = "SM00000000000000000000000000000001";
    public const string Customer = "+819012345678";
    public const string Shop = "+81312345678";
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly Uri SmsUrl = new("https://shop.example/omni/webhooks/sms/main");
    public static readonly Uri VoiceUrl = new("https://shop.example/omni/webhooks/voice/main");

    public static int Scale => int.TryParse(Environment.GetEnvironmentVariable("OMNI_SCALE"), out var scale) && scale > 0 ? scale : 0;

    public static ChannelAccount<TwilioSmsOptions> Sms(Action<TwilioSmsOptions>? configure = null, Uri? webhook = null)
    {
        var options = new TwilioSmsOptions { AccountSid = AccountSid, AuthTokens = [Token], From = Shop };
        configure?.Invoke(options);
        return new() { Id = new(new("sms"), "main"), Options = options, WebhookUrl = webhook ?? SmsUrl, Time = new FixedTime(Now) };
    }

    public static ChannelAccount<TwilioVoiceOptions> Voice(Action<TwilioVoiceOptions>? configure = null)
    {
        var options = new TwilioVoiceOptions { AccountSid = AccountSid, AuthTokens = [Token] };
        configure?.Invoke(options);
        return new() { Id = new(new("voice"), "main"), Options = options, WebhookUrl = VoiceUrl, Time = new FixedTime(Now) };
    }

    public static KeyValuePair<string, string>[] Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))];

    public static WebhookRequest Post(Uri url, params (string Name, string Value)[] fields) => Post(url, Token, Fields(fields));

    public static WebhookRequest Post(Uri url, string token, IReadOnlyList<KeyValuePair<string, string>> fields) => Raw(
        "POST", url, Encode(fields), "application/x-www-form-urlencoded; charset=UTF-8", TwilioSignature.Sign(token, url.OriginalString, fields));

    public static WebhookRequest Raw(string method, Uri url, string body, string contentType, string? signature) => new()
    {
        Method = method,
        Url = url,
        Query = new(Query(url)),
        Headers = new(signature is null ? Fields(("Content-Type", contentType)) : Fields(("Content-Type", contentType), ("X-Twilio-Signature", signature))),
        Body = Encoding.UTF8.GetBytes(body),
        ReceivedAt = Now,
    };

    public static string Encode(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));

    public static OutboundMessage Outbound(string? session, params MessageContent[] contents) => new()
    {
        Id = new MessageId(77),
        To = new() { Account = new(new("sms"), "main"), SenderId = Customer },
        Contents = contents,
        IdempotencyKey = "key-1",
        SessionId = session,
        Locale = Locale.Japanese,
    };

    private static IEnumerable<KeyValuePair<string, string>> Query(Uri url) =>
        url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
            .Select(p => new KeyValuePair<string, string>(Uri.UnescapeDataString(p[0]), p.Length > 1 ? Uri.UnescapeDataString(p[1].Replace('+', ' ')) : ""));
}
