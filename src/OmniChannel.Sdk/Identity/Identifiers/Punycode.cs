using System.Text;

namespace OmniChannel.Identity.Identifiers;

/// <summary>Punycode of one label, RFC 3492 sections 6.1 and 6.3, with its <c>xn--</c> in front.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int Least = 1;
    private const int Most = 26;
    private const int Most63 = 63;

    /// <summary>Returns the length; -1 when the label is too long or no text.</summary>
    public static int Encode(ReadOnlySpan<char> label, Span<char> destination)
    {
        Span<int> points = stackalloc int[Most63];
        var count = 0;
        for (var rest = label; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done)
            {
                return -1;
            }

            points[count++] = rune.Value;
            rest = rest[used..];
        }

        Span<char> room = stackalloc char[Most63 + 8];
        "xn--".CopyTo(room);
        var written = Basic(points[..count], room, 4);
        written = Others(points[..count], room, written);
        return written is > 0 and <= Most63 && room[..written].TryCopyTo(destination) ? written : -1;
    }

    private static int Basic(ReadOnlySpan<int> points, Span<char> room, int written)
    {
        var start = written;
        foreach (var point in points)
        {
            if (point < 0x80)
            {
                room[written++] = (char)point;
            }
        }

        if (written > start)
        {
            room[written++] = '-';
        }

        return written;
    }

    private static int Others(ReadOnlySpan<int> points, Span<char> room, int written)
    {
        var (code, delta, bias) = (0x80, 0, 72);
        var basic = points.Length - Count(points, 0x80);
        var handled = basic;
        while (handled < points.Length)
        {
            var next = int.MaxValue;
            foreach (var point in points)
            {
                next = point >= code && point < next ? point : next;
            }

            delta += (next - code) * (handled + 1);
            code = next;
            foreach (var point in points)
            {
                delta += point < code ? 1 : 0;
                if (point != code)
                {
                    continue;
                }

                written = Number(delta, bias, room, written);
                if (written < 0)
                {
                    return -1;
                }

                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            code++;
        }

        return written;
    }

    private static int Number(int value, int bias, Span<char> room, int written)
    {
        for (var k = Base; ; k += Base)
        {
            if (written == room.Length)
            {
                return -1;
            }

            var threshold = Math.Clamp(k - bias, Least, Most);
            if (value < threshold)
            {
                room[written++] = Digit(value);
                return written;
            }

            room[written++] = Digit(threshold + ((value - threshold) % (Base - threshold)));
            value = (value - threshold) / (Base - threshold);
        }
    }

    private static int Adapt(int delta, int count, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - Least) * Most / 2; k += Base)
        {
            delta /= Base - Least;
        }

        return k + ((Base - Least + 1) * delta / (delta + 38));
    }

    private static int Count(ReadOnlySpan<int> points, int from)
    {
        var count = 0;
        foreach (var point in points)
        {
            count += point >= from ? 1 : 0;
        }

        return count;
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);
}
