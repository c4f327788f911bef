using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OmniChannel.Webhooks;

namespace OmniChannel.Load;

/// <summary>
/// Webhooks as Twilio sends them, signed beforehand so that the sender costs little: the whole field list of "Twilio's request to your
/// webhook URL", the signature of "Webhooks security".
/// </summary>
internal sealed class Webhook
{
    public const string Sid = "AC00000000000000000000000000000009";
    public const string Token = "a-token-for-loopback-load";
    public const string ShopNumber = "+81312345678";
    public const string SmsPath = "/omni/channels/sms/main";
    public const string VoicePath = "/omni/channels/voice/main";
    public const string BarePath = "/bare";
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Token);

    private Webhook(string path, string signature, byte[] body) => (Path, Signature, Body) = (path, signature, body);

    public string Path { get; }

    public string Signature { get; }

    public byte[] Body { get; }

    public static string Number(int customer) => string.Create(CultureInfo.InvariantCulture, $"+8190{10_000_001 + customer}");

    /// <summary>An inbound SMS of a customer; the serial makes its id.</summary>
    public static Webhook Sms(string publicBase, string path, long serial, int customer)
    {
        var sid = "SM" + serial.ToString("x32", CultureInfo.InvariantCulture);
        return Signed(publicBase, path,
        [
            new("AccountSid", Sid), new("ApiVersion", "2010-04-01"),
            new("Body", string.Create(CultureInfo.InvariantCulture, $"Hello, it is about order {serial}: when will the shoes arrive?")),
            new("From", Number(customer)), new("FromCity", ""), new("FromCountry", "JP"), new("FromState", ""), new("FromZip", ""),
            new("MessageSid", sid), new("NumMedia", "0"), new("NumSegments", "1"), new("SmsMessageSid", sid), new("SmsSid", sid), new("SmsStatus", "received"),
            new("To", ShopNumber), new("ToCity", ""), new("ToCountry", "JP"), new("ToState", ""), new("ToZip", ""),
        ]);
    }

    /// <summary>The first webhook of a call, or the report that it is over.</summary>
    public static Webhook Call(string publicBase, int call, int customer, string status) => Signed(publicBase, VoicePath,
    [
        new("AccountSid", Sid), new("ApiVersion", "2010-04-01"), new("CallSid", "CA" + call.ToString("x32", CultureInfo.InvariantCulture)),
        new("CallStatus", status), new("Called", ShopNumber), new("Caller", Number(customer)), new("Direction", "inbound"),
        new("From", Number(customer)), new("To", ShopNumber),
    ]);

    /// <summary>The bytes of the HTTP request, for a connection that stays open.</summary>
    public byte[] ToHttp(string authority)
    {
        var head = $"POST {Path} HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"X-Twilio-Signature: {Signature}\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n"
            + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. Body];
    }

    /// <summary>The same request as a host without HTTP gets it.</summary>
    public WebhookRequest ToRequest(string publicBase, DateTimeOffset at) => new()
    {
        Method = "POST",
        Url = new(publicBase + Path),
        Headers = new([new("Content-Type", "application/x-www-form-urlencoded"), new("X-Twilio-Signature", Signature)]),
        Body = Body,
        ReceivedAt = at,
    };

    /// <summary>The fields come in the order of their names, as the signature takes them.</summary>
    private static Webhook Signed(string publicBase, string path, KeyValuePair<string, string>[] fields)
    {
        var covered = new StringBuilder(publicBase).Append(path);
        var body = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            covered.Append(name).Append(value);
            body.Append(body.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        var signature = HMACSHA1.HashData(Key, Encoding.UTF8.GetBytes(covered.ToString()));
        return new(path, Convert.ToBase64String(signature), Encoding.ASCII.GetBytes(body.ToString()));
    }
}
