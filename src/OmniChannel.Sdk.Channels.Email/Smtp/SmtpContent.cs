namespace OmniChannel.Channels.Email.Smtp;

/// <summary>
/// A message made fit for DATA: every line ends with CRLF, lone CR and LF included (what a server and its neighbour read
/// differently is how mail is smuggled), and a leading dot is doubled (RFC 5321 section 4.5.2).
/// </summary>
internal sealed class SmtpContent
{
    private SmtpContent(ReadOnlyMemory<byte> bytes, int size, bool hasEightBit, bool hasEightBitHeader)
    {
        Bytes = bytes;
        Size = size;
        HasEightBit = hasEightBit;
        HasEightBitHeader = hasEightBitHeader;
    }

    /// <summary>The lines without the final dot; ends with CRLF.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Bytes as SIZE counts them: without the doubled dots (RFC 1870 section 5).</summary>
    public int Size { get; }

    /// <summary>Needs 8BITMIME (RFC 6152).</summary>
    public bool HasEightBit { get; }

    /// <summary>Needs SMTPUTF8 (RFC 6531).</summary>
    public bool HasEightBitHeader { get; }

    public static SmtpContent From(ReadOnlySpan<byte> message)
    {
        var output = new MemoryStream(message.Length + (message.Length / 32) + 16);
        var dots = 0;
        var inHeader = true;
        var eightBit = false;
        var eightBitHeader = false;
        while (!message.IsEmpty)
        {
            var end = message.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? message : message[..end];
            var breakLength = end < 0 ? 0 : message[end] == '\r' && end + 1 < message.Length && message[end + 1] == '\n' ? 2 : 1;
            message = message[(line.Length + breakLength)..];
            inHeader &= !line.IsEmpty;
            var high = line.ContainsAnyInRange((byte)0x80, (byte)0xFF);
            eightBit |= high;
            eightBitHeader |= high && inHeader;
            if (!line.IsEmpty && line[0] == '.')
            {
                output.WriteByte((byte)'.');
                dots++;
            }

            output.Write(line);
            output.Write("\r\n"u8);
        }

        return new SmtpContent(output.GetBuffer().AsMemory(0, (int)output.Length), (int)output.Length - dots, eightBit, eightBitHeader);
    }
}
