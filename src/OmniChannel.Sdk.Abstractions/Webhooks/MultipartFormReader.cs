using System.Text;

namespace OmniChannel.Webhooks;

/// <summary>Reads a multipart form (RFC 7578), bounded.</summary>
internal static class MultipartFormReader
{
    public static WebhookForm Read(string boundary, ReadOnlyMemory<byte> body)
    {
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var fields = new List<KeyValuePair<string, string>>();
        var files = new List<WebhookFile>();
        var rest = body;
        var start = Delimiter(rest.Span, delimiter);
        while (start >= 0)
        {
            rest = rest[(start + delimiter.Length)..];
            if (rest.Span.StartsWith("--"u8))
            {
                return new() { Fields = new(fields), Files = files };
            }

            var end = Delimiter(rest.Span, delimiter);
            if (end < 0)
            {
                break;
            }

            WebhookFormReader.CheckCount(fields.Count + files.Count + 1);
            Part(rest[..end], fields, files);
            start = end;
        }

        throw new MalformedWebhookException("The multipart form has no end.");
    }

    /// <summary>Where the next delimiter is: at the start of a line, and followed by the end of one or by two dashes. Elsewhere it is content.</summary>
    private static int Delimiter(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter)
    {
        for (var from = 0; from < body.Length;)
        {
            var found = body[from..].IndexOf(delimiter);
            if (found < 0)
            {
                return -1;
            }

            var at = from + found;
            var after = body[(at + delimiter.Length)..].TrimStart(" \t"u8);
            if ((at == 0 || body[at - 1] == '\n') && (after.StartsWith("\r\n"u8) || after.StartsWith("--"u8)))
            {
                return at;
            }

            from = at + delimiter.Length;
        }

        return -1;
    }

    private static void Part(ReadOnlyMemory<byte> part, List<KeyValuePair<string, string>> fields, List<WebhookFile> files)
    {
        var headEnd = part.Span.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            throw new MalformedWebhookException("A part of the multipart form has no headers.");
        }

        var (name, fileName, contentType) = Headers(WebhookFormReader.Decode(part.Span[..headEnd]));
        var content = part[(headEnd + 4)..];
        if (content.Span.EndsWith("\r\n"u8))
        {
            content = content[..^2];
        }

        if (fileName is null)
        {
            fields.Add(new(name, WebhookFormReader.Decode(content.Span)));
        }
        else
        {
            files.Add(new() { Field = name, FileName = fileName, ContentType = contentType, Content = content });
        }
    }

    private static (string Name, string? FileName, string ContentType) Headers(string head)
    {
        string? name = null;
        string? fileName = null;
        var contentType = "application/octet-stream";
        foreach (var line in head.Split("\r\n"))
        {
            if (line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase))
            {
                name = Parameter(line, "name");
                fileName = Parameter(line, "filename");
            }
            else if (line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
            {
                contentType = line["Content-Type:".Length..].Trim();
            }
        }

        return (name ?? throw new MalformedWebhookException("A part of the multipart form has no name."), fileName, contentType);
    }

    private static string? Parameter(string line, string name)
    {
        var marker = "; " + name + "=\"";
        var start = line.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        start += marker.Length;
        var end = line.IndexOf('"', start);
        return end < 0 ? null : line[start..end];
    }
}
