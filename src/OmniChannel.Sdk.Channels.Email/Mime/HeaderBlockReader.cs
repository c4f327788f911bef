using System.Buffers;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Reads a header block (RFC 5322 section 2.2) with CRLF or LF line ends. A line that is no field ends the block and starts
/// the body, as Python's email package does.
/// </summary>
internal static class HeaderBlockReader
{
    public static HeaderBlock Read(ReadOnlySpan<byte> entity, MimeParseBudget budget)
    {
        var fields = new List<MimeHeader>();
        var value = new ArrayBufferWriter<byte>(128);
        string? name = null;
        var position = 0;
        while (position < entity.Length)
        {
            var line = LineAt(entity, position, out var next);
            if (line.IsEmpty)
            {
                position = next;
                break;
            }

            if (next > budget.Limits.MaxHeaderBytes || fields.Count >= budget.Limits.MaxHeaders)
            {
                return new HeaderBlock(MimeHeaders.Empty, 0, TooLarge: true);
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                Continue(line, name, value, budget);
            }
            else if (TryStart(line, out var started))
            {
                Flush(fields, ref name, value);
                name = started;
                value.Write(line[(line.IndexOf((byte)':') + 1)..]);
            }
            else if (!(position == 0 && line.StartsWith("From "u8)))
            {
                budget.Note(MimeDefects.MalformedHeader);
                break;
            }

            position = next;
        }

        Flush(fields, ref name, value);
        return new HeaderBlock(new MimeHeaders(fields), position, TooLarge: false);
    }

    /// <summary>The line at a position without its end, and where the next one starts.</summary>
    public static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> text, int position, out int next)
    {
        var rest = text[position..];
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            next = text.Length;
            return rest;
        }

        next = position + end + 1;
        return end > 0 && rest[end - 1] == '\r' ? rest[..(end - 1)] : rest[..end];
    }

    private static bool TryStart(ReadOnlySpan<byte> line, out string name)
    {
        name = "";
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            return false;
        }

        var candidate = line[..colon].TrimEnd(" \t"u8);
        foreach (var b in candidate)
        {
            if (b is <= 32 or >= 127)
            {
                return false;
            }
        }

        name = System.Text.Encoding.ASCII.GetString(candidate);
        return true;
    }

    private static void Continue(ReadOnlySpan<byte> line, string? name, ArrayBufferWriter<byte> value, MimeParseBudget budget)
    {
        if (name is null)
        {
            budget.Note(MimeDefects.MalformedHeader);
            return;
        }

        value.Write(line);
    }

    private static void Flush(List<MimeHeader> fields, ref string? name, ArrayBufferWriter<byte> value)
    {
        if (name is not null)
        {
            fields.Add(new MimeHeader(name, MimeCharset.DecodeUnlabelled(value.WrittenSpan).Trim(' ', '\t', '\r', '\0')));
        }

        name = null;
        value.ResetWrittenCount();
    }
}
