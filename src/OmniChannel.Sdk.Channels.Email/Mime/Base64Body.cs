namespace OmniChannel.Channels.Email.Mime;

/// <summary>Forgiving base64 (RFC 2045 section 6.8): foreign characters are skipped, padding in the middle starts anew.</summary>
internal static class Base64Body
{
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var output = new byte[(text.Length / 4 * 3) + 3];
        var length = 0;
        var bits = 0;
        var count = 0;
        foreach (var b in text)
        {
            if (b == '=')
            {
                count = 0;
                bits = 0;
                continue;
            }

            var value = Value(b);
            if (value < 0)
            {
                continue;
            }

            bits = (bits << 6) | value;
            count++;
            if (count >= 2)
            {
                // after the 2nd, 3rd and 4th character 4, 2 and 0 bits are left over
                output[length++] = (byte)(bits >> (8 - (2 * count)));
            }

            if (count == 4)
            {
                count = 0;
                bits = 0;
            }
        }

        return output.AsSpan(0, length).ToArray();
    }

    private static int Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
