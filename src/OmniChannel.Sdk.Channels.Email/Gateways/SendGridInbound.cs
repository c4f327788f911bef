using System.Text;
using System.Text.Json;
using OmniChannel.Channels.Email.Inbound;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>
/// SendGrid's page "Inbound Email Parse Webhook": with "send raw" the mail is in <c>email</c>; else it comes in pieces, <c>headers</c>,
/// <c>text</c>, <c>html</c> and files. <c>SPF</c> speaks of the sender in <c>envelope</c>, <c>dkim</c> of the signatures.
/// </summary>
internal static class SendGridInbound
{
    public static IReadOnlyList<ChannelEvent> Read(GatewayForm form, WebhookRequest request, EmailOptions options)
    {
        var raw = form.Bytes("email");
        var root = raw.Length > 0 ? MimeParser.Parse(raw).Root : Tree(form);
        if (root is null)
        {
            return [UnknownMail.Event(request, "The mail is too large or has no headers")];
        }

        var envelope = EnvelopeSender(form.Text("envelope"));
        var intake = new MailIntake
        {
            Root = root,
            FallbackId = UnknownMail.Event(request, "", raw.Length > 0 ? raw.Span : request.Body.Span).DedupeKey,
            EnvelopeSender = envelope,
            Proved = [.. AuthenticationResults.Read(root.Headers, options.AuthenticationServers), .. form.IsSound ? Proved(form, envelope) : []],
        };
        return MailEvents.Read(intake, request, options);
    }

    private static IEnumerable<ProvedDomain> Proved(GatewayForm form, string? envelope)
    {
        foreach (var signed in SendGridDkim.Read(form.Text("dkim")))
        {
            yield return signed;
        }

        if (form.Text("SPF").Trim().Equals("pass", StringComparison.OrdinalIgnoreCase) && ProvedDomain.DomainOf(envelope) is { } domain)
        {
            yield return new(domain, "spf");
        }
    }

    private static MimePart? Tree(GatewayForm form)
    {
        var headers = form.Bytes("headers");
        if (headers.IsEmpty)
        {
            return null;
        }

        var block = HeaderBlockReader.Read(headers.Span, new MimeParseBudget(MimeLimits.Default));
        var charsets = Json(form.Text("charsets"));
        return block.TooLarge
            ? null
            : MailTree.Build(
                block.Headers, Text(form, "text", "text/plain", charsets), Text(form, "html", "text/html", charsets),
                form.Files.Select(f => MailTree.File(f.FileName, f.MediaType, f.Content, isBase64: false, f.ContentId)));
    }

    private static MimePart? Text(GatewayForm form, string name, string mediaType, JsonElement charsets)
    {
        var bytes = form.Bytes(name);
        var charset = GatewayJson.Text(charsets, name);
        var known = charset.Length is > 0 and <= 40 && charset.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return bytes.IsEmpty ? null : MailTree.Text(mediaType, bytes, known ? charset : "utf-8");
    }

    private static string? EnvelopeSender(string json) =>
        Json(json) is { ValueKind: JsonValueKind.Object } envelope && envelope.TryGetProperty("from", out var from) && from.ValueKind == JsonValueKind.String
            ? from.GetString()
            : null;

    private static JsonElement Json(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(text.Length > 0 ? text : "null"));
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
