using System.Buffers;
using System.Globalization;
using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// Puts parameters together (RFC 2231): <c>name*0</c>, <c>name*1*</c> are pieces, a trailing star means percent-encoded with
/// a charset in the first piece. The encoded form wins over the plain one of the same name.
/// </summary>
internal sealed class ParameterCollector
{
    private const int MaxParameters = 200;
    private readonly Dictionary<string, string> _plain = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SortedDictionary<int, (string Text, bool Encoded)>> _pieces = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    public bool HasRoom => _count < MaxParameters;

    public void Add(string name, string value)
    {
        _count++;
        var star = name.IndexOf('*', StringComparison.Ordinal);
        if (star <= 0)
        {
            _plain.TryAdd(name, EncodedWords.Decode(value));
            return;
        }

        var section = name.AsSpan(star + 1);
        var encoded = section.Length == 0 || section[^1] == '*';
        section = section.TrimEnd('*');
        var index = 0;
        if (section.Length == 0
            || (section.Length <= 4 && int.TryParse(section, NumberStyles.None, CultureInfo.InvariantCulture, out index)))
        {
            var key = name[..star];
            if (!_pieces.TryGetValue(key, out var pieces))
            {
                _pieces[key] = pieces = [];
            }

            pieces.TryAdd(index, (value, encoded));
        }
    }

    public IReadOnlyDictionary<string, string> Collect()
    {
        foreach (var (name, pieces) in _pieces)
        {
            if (pieces.ContainsKey(0))
            {
                _plain[name] = Join(pieces);
            }
        }

        return _plain;
    }

    private static string Join(SortedDictionary<int, (string Text, bool Encoded)> pieces)
    {
        var bytes = new ArrayBufferWriter<byte>();
        string? charset = "utf-8";
        var expected = 0;
        var anyEncoded = false;
        foreach (var (index, (text, encoded)) in pieces)
        {
            if (index != expected++)
            {
                break;
            }

            var value = text.AsSpan();
            if (index == 0 && encoded)
            {
                value = CutCharset(text, ref charset);
            }

            anyEncoded |= encoded;
            Append(bytes, value, encoded);
        }

        var joined = MimeCharset.Decode(bytes.WrittenSpan, charset);
        return anyEncoded ? joined : EncodedWords.Decode(joined);
    }

    private static ReadOnlySpan<char> CutCharset(string text, scoped ref string? charset)
    {
        var first = text.IndexOf('\'', StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf('\'', first + 1);
        if (second < 0)
        {
            return text;
        }

        charset = text[..first];
        return text.AsSpan(second + 1);
    }

    private static void Append(ArrayBufferWriter<byte> output, ReadOnlySpan<char> text, bool percentEncoded)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        for (var i = 0; i < length; i++)
        {
            var b = bytes[i];
            if (percentEncoded && b == '%' && i + 2 < length && Hex.Pair(bytes[i + 1], bytes[i + 2]) is var decoded and >= 0)
            {
                b = (byte)decoded;
                i += 2;
            }

            output.GetSpan(1)[0] = b;
            output.Advance(1);
        }
    }
}
