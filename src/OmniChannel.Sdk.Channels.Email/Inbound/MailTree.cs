using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>Puts a mail together again that a gateway took apart, so that one reader serves raw and parsed mail.</summary>
internal static class MailTree
{
    public static MimePart Build(MimeHeaders headers, MimePart? text, MimePart? html, IEnumerable<MimePart> files)
    {
        var given = ContentType.Parse(headers.First("Content-Type"), "multipart/mixed");
        var body = new[] { text, html }.OfType<MimePart>().ToList();
        IEnumerable<MimePart> shown = body.Count < 2 ? body : [Container("multipart/alternative", MimeHeaders.Empty, body)];
        return Container(given.MediaType == "multipart/report" ? "multipart/report" : "multipart/mixed", headers, [.. shown, .. files]);
    }

    public static MimePart Text(string mediaType, ReadOnlyMemory<byte> bytes, string charset) => new()
    {
        Headers = MimeHeaders.Empty,
        ContentType = ContentType.Parse($"{mediaType}; charset={charset}"),
        RawBody = bytes,
    };

    public static MimePart File(string name, string mediaType, ReadOnlyMemory<byte> bytes, bool isBase64, string? contentId)
    {
        var headers = new List<MimeHeader>
        {
            new("Content-Disposition", $"{(contentId is null ? "attachment" : "inline")}; filename=\"{Escape(name)}\""),
        };
        if (isBase64)
        {
            headers.Add(new("Content-Transfer-Encoding", "base64"));
        }

        if (contentId is not null)
        {
            headers.Add(new("Content-ID", $"<{contentId.Trim('<', '>')}>"));
        }

        var part = new MimePart { Headers = new(headers), ContentType = ContentType.Parse(mediaType, "application/octet-stream"), RawBody = bytes };
        return part.ContentType.IsMessage && MimeParser.Parse(part.DecodeBody()).Root is { } inner
            ? new MimePart { Headers = part.Headers, ContentType = part.ContentType, RawBody = bytes, Children = [inner] }
            : part;
    }

    private static MimePart Container(string mediaType, MimeHeaders headers, IReadOnlyList<MimePart> children) =>
        new() { Headers = headers, ContentType = ContentType.Parse(mediaType), RawBody = default, Children = children };

    private static string Escape(string name) =>
        string.Concat(name.Where(c => !char.IsControl(c))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
