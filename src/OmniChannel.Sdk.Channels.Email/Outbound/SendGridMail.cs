using System.Text.Json.Serialization;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Outbound;

/// <summary>The body of <c>POST /v3/mail/send</c>.</summary>
internal sealed record SendGridMail
{
    /// <summary>The custom argument that events give back; it is stored at the vendor, and is no personal data.</summary>
    public const string ArgumentName = "omni_message_id";

    public required IReadOnlyList<Personalization> Personalizations { get; init; }

    [JsonPropertyName("from")]
    public required Address Sender { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<Body> Content { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    [JsonPropertyName("custom_args")]
    public required IReadOnlyDictionary<string, string> CustomArguments { get; init; }

    public static SendGridMail From(OutboundMail mail) => new()
    {
        Personalizations = [new() { To = [new() { Email = mail.To[0].Address }] }],
        Sender = new() { Email = mail.From.Address, Name = mail.From.Name },
        Subject = OneLine(mail.Subject),
        Content = [new() { Type = "text/plain", Value = mail.Text }],
        Headers = HeadersOf(mail),
        CustomArguments = new Dictionary<string, string> { [ArgumentName] = mail.MessageId },
    };

    private static Dictionary<string, string> HeadersOf(OutboundMail mail)
    {
        var headers = new Dictionary<string, string> { ["Message-ID"] = $"<{mail.MessageId}>" };
        if (MimeWriter.IsSafeId(mail.InReplyTo))
        {
            headers["In-Reply-To"] = $"<{mail.InReplyTo}>";
        }

        var references = mail.References.Where(MimeWriter.IsSafeId).TakeLast(20).ToList();
        if (references.Count > 0)
        {
            headers["References"] = string.Join(' ', references.Select(r => $"<{r}>"));
        }

        if (MimeWriter.AutoSubmittedOf(mail) is { } author)
        {
            headers["Auto-Submitted"] = author;
        }

        return headers;
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    internal sealed record Personalization
    {
        public required IReadOnlyList<Address> To { get; init; }
    }

    internal sealed record Address
    {
        public required string Email { get; init; }

        public string? Name { get; init; }
    }

    internal sealed record Body
    {
        public required string Type { get; init; }

        public required string Value { get; init; }
    }
}
