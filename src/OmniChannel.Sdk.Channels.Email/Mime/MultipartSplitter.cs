using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Cuts a multipart body at its delimiter lines (RFC 2046 section 5.1); preamble and epilogue are ignored.</summary>
internal static class MultipartSplitter
{
    public static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary, MimeParseBudget budget)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var span = body.Span;
        var partStart = -1;
        var position = 0;
        while (position < span.Length)
        {
            var line = HeaderBlockReader.LineAt(span, position, out var next);
            if (line.StartsWith(delimiter) && IsDelimiter(line[delimiter.Length..], out var closes))
            {
                if (partStart >= 0)
                {
                    parts.Add(body[partStart..BeforeLineEnd(span, partStart, position)]);
                }

                partStart = next;
                if (closes)
                {
                    return parts;
                }

                if (parts.Count >= budget.PartsLeft)
                {
                    budget.Note(MimeDefects.TooManyParts);
                    return parts;
                }
            }

            position = next;
        }

        if (partStart < 0)
        {
            budget.Note(MimeDefects.BoundaryNotFound);
            return parts;
        }

        budget.Note(MimeDefects.MissingCloseDelimiter);
        parts.Add(body[partStart..]);
        return parts;
    }

    private static bool IsDelimiter(ReadOnlySpan<byte> rest, out bool closes)
    {
        closes = rest.StartsWith("--"u8);
        return (closes ? rest[2..] : rest).TrimEnd(" \t\r"u8).IsEmpty;
    }

    /// <summary>The line end before a delimiter belongs to the delimiter.</summary>
    private static int BeforeLineEnd(ReadOnlySpan<byte> span, int partStart, int position)
    {
        if (position > partStart && span[position - 1] == '\n')
        {
            position--;
        }

        return position > partStart && span[position - 1] == '\r' ? position - 1 : position;
    }
}
