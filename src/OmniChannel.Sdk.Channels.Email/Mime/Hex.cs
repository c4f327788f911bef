namespace OmniChannel.Channels.Email.Mime;

/// <summary>Two hexadecimal digits to a byte, or -1.</summary>
internal static class Hex
{
    public static int Pair(int high, int low)
    {
        var h = Digit(high);
        var l = Digit(low);
        return h < 0 || l < 0 ? -1 : (h << 4) | l;
    }

    private static int Digit(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };
}
