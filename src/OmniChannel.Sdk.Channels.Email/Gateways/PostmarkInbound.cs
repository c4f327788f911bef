using System.Text;
using System.Text.Json;
using OmniChannel.Channels.Email.Inbound;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>
/// Postmark's page "Parse an email": the mail as JSON fields, and as <c>RawEmail</c> where the inbound stream is set to include it, which is
/// then what is read.
/// </summary>
internal static class PostmarkInbound
{
    // spamc passes larger mails by unchecked (its -s option, 500 KB by default), and a header of the sender's own would speak alone
    private const int MaxChecked = 256 * 1024;

    public static IReadOnlyList<ChannelEvent> Read(JsonElement json, WebhookRequest request, EmailOptions options)
    {
        var headers = Headers(json);
        var raw = GatewayJson.Text(json, "RawEmail");
        var root = raw.Length > 0 ? MimeParser.Parse(Encoding.UTF8.GetBytes(raw)).Root : Tree(json, headers);
        if (root is null || (headers.Fields.Count == 0 && raw.Length == 0))
        {
            return [UnknownMail.Event(request, "The mail is too large or has no headers")];
        }

        var id = GatewayJson.Text(json, "MessageID");
        var intake = new MailIntake
        {
            Root = root,
            FallbackId = id.Length > 0 ? "postmark:" + id : UnknownMail.Event(request, "").DedupeKey,
            Proved = [.. AuthenticationResults.Read(headers, options.AuthenticationServers), .. Proved(headers, root, request)],
        };
        return MailEvents.Read(intake, request, options);
    }

    /// <summary>
    /// Postmark's own fields stand among the sender's, so one counts only where it is alone: SpamAssassin's DKIM_VALID_AU (a valid signature
    /// of the From domain) and Received-SPF.
    /// </summary>
    private static IEnumerable<ProvedDomain> Proved(MimeHeaders headers, MimePart root, WebhookRequest request)
    {
        if (Single(headers, "Received-SPF") is { } spf && ReceivedSpf.Read(spf) is { } sender)
        {
            yield return sender;
        }

        if (request.Body.Length <= MaxChecked && Single(headers, "X-Spam-Checker-Version") is not null
            && Single(headers, "X-Spam-Tests") is { } tests
            && tests.Split(',', StringSplitOptions.TrimEntries).Contains("DKIM_VALID_AU")
            && ProvedDomain.DomainOf(AddressListParser.Parse(root.Headers.First("From"), 1).FirstOrDefault()?.Address) is { } author)
        {
            yield return new(author, "dkim");
        }
    }

    private static string? Single(MimeHeaders headers, string name)
    {
        var found = headers.Fields.Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count == 1 ? found[0].Value : null;
    }

    private static MimeHeaders Headers(JsonElement json)
    {
        var fields = GatewayJson.Items(json, "Headers").Take(MimeLimits.Default.MaxHeaders)
            .Select(h => new MimeHeader(GatewayJson.Text(h, "Name"), GatewayJson.Text(h, "Value"))).Where(h => h.Name.Length > 0).ToList();
        Add(fields, "From", From(json));
        Add(fields, "Subject", GatewayJson.Text(json, "Subject"));
        Add(fields, "Date", GatewayJson.Text(json, "Date"));
        return new(fields);
    }

    private static void Add(List<MimeHeader> fields, string name, string value)
    {
        if (value.Length > 0 && !fields.Exists(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            fields.Add(new(name, value));
        }
    }

    private static string From(JsonElement json)
    {
        var full = GatewayJson.Object(json, "FromFull");
        var (address, name) = (GatewayJson.Text(full, "Email"), GatewayJson.Text(full, "Name"));
        return address.Length == 0 ? GatewayJson.Text(json, "From")
            : name.Length == 0 ? address
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{address}>";
    }

    private static MimePart Tree(JsonElement json, MimeHeaders headers) => MailTree.Build(
        headers, Text(json, "TextBody", "text/plain"), Text(json, "HtmlBody", "text/html"), GatewayJson.Items(json, "Attachments").Select(File));

    private static MimePart? Text(JsonElement json, string name, string mediaType) =>
        GatewayJson.Text(json, name) is { Length: > 0 } text ? MailTree.Text(mediaType, Encoding.UTF8.GetBytes(text), "utf-8") : null;

    private static MimePart File(JsonElement file) => MailTree.File(
        GatewayJson.Text(file, "Name"),
        GatewayJson.Text(file, "ContentType"),
        Encoding.ASCII.GetBytes(GatewayJson.Text(file, "Content")),
        isBase64: true,
        GatewayJson.Text(file, "ContentID") is { Length: > 0 } id ? id : null);
}
