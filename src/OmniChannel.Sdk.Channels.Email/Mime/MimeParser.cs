namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Bytes to a tree of parts (RFC 5322, 2045, 2046, 6532). Pure, safe to call from many threads. No input makes it throw:
/// what cannot be read comes back as a <see cref="MimeRefusal"/>, what was odd as <see cref="MimeDefects"/>. The time is
/// linear in the bytes, times <see cref="MimeLimits.MaxDepth"/> at worst.
/// </summary>
internal static class MimeParser
{
    public static MimeParseOutcome Parse(ReadOnlyMemory<byte> message, MimeLimits? limits = null)
    {
        var budget = new MimeParseBudget(limits ?? MimeLimits.Default);
        if (message.Length > budget.Limits.MaxMessageBytes)
        {
            return new MimeParseOutcome { Refusal = MimeRefusal.MessageTooLarge };
        }

        if (message.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            return new MimeParseOutcome { Refusal = MimeRefusal.Empty };
        }

        var block = HeaderBlockReader.Read(message.Span, budget);
        if (block.TooLarge)
        {
            return new MimeParseOutcome { Refusal = MimeRefusal.HeadersTooLarge };
        }

        if (block.Headers.Fields.Count == 0)
        {
            budget.Note(MimeDefects.NoHeaders);
        }

        budget.TryTakePart();
        var root = Build(block.Headers, message[block.BodyOffset..], "text/plain", 0, budget);
        return new MimeParseOutcome { Root = root, Defects = budget.Defects };
    }

    private static MimePart ParseEntity(ReadOnlyMemory<byte> entity, string defaultType, int depth, MimeParseBudget budget)
    {
        var block = HeaderBlockReader.Read(entity.Span, budget);
        if (block.TooLarge)
        {
            budget.Note(MimeDefects.PartHeadersTooLarge);
            return Leaf(MimeHeaders.Empty, "application/octet-stream", entity);
        }

        return Build(block.Headers, entity[block.BodyOffset..], defaultType, depth, budget);
    }

    private static MimePart Build(
        MimeHeaders headers, ReadOnlyMemory<byte> body, string defaultType, int depth, MimeParseBudget budget)
    {
        var type = ContentType.Parse(headers.First("Content-Type"), defaultType);
        if (!type.IsMultipart && !type.IsMessage)
        {
            return new MimePart { Headers = headers, ContentType = type, RawBody = body };
        }

        if (depth >= budget.Limits.MaxDepth)
        {
            budget.Note(MimeDefects.TooDeep);
            return Leaf(headers, "application/octet-stream", body);
        }

        return type.IsMultipart
            ? BuildMultipart(headers, type, body, depth, budget)
            : BuildMessage(headers, type, body, depth, budget);
    }

    private static MimePart BuildMultipart(
        MimeHeaders headers, ContentType type, ReadOnlyMemory<byte> body, int depth, MimeParseBudget budget)
    {
        if (type.Boundary is not { } boundary)
        {
            budget.Note(MimeDefects.MissingBoundary);
            return Leaf(headers, "text/plain", body);
        }

        var pieces = MultipartSplitter.Split(body, boundary, budget);
        if (pieces.Count == 0)
        {
            return Leaf(headers, "text/plain", body);
        }

        var children = new List<MimePart>(pieces.Count);
        var defaultType = type.MediaType == "multipart/digest" ? "message/rfc822" : "text/plain";
        foreach (var piece in pieces)
        {
            if (!budget.TryTakePart())
            {
                break;
            }

            children.Add(ParseEntity(piece, defaultType, depth + 1, budget));
        }

        return new MimePart { Headers = headers, ContentType = type, RawBody = body, Children = children };
    }

    private static MimePart BuildMessage(
        MimeHeaders headers, ContentType type, ReadOnlyMemory<byte> body, int depth, MimeParseBudget budget)
    {
        var part = new MimePart { Headers = headers, ContentType = type, RawBody = body };
        if (!budget.TryTakePart())
        {
            return part;
        }

        var inner = ParseEntity(part.DecodeBody(), "text/plain", depth + 1, budget);
        return new MimePart { Headers = headers, ContentType = type, RawBody = body, Children = [inner] };
    }

    private static MimePart Leaf(MimeHeaders headers, string mediaType, ReadOnlyMemory<byte> body) =>
        new() { Headers = headers, ContentType = ContentType.Parse(mediaType), RawBody = body };
}
