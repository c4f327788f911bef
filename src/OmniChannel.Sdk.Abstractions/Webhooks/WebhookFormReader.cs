using System.Buffers;
using System.Text;

namespace OmniChannel.Webhooks;

/// <summary>Reads urlencoded and multipart forms, bounded.</summary>
internal static class WebhookFormReader
{
    private const int MaxFields = 1000;
    private const int StackBytes = 512;
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static WebhookForm Read(string contentType, ReadOnlyMemory<byte> body)
    {
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        var mediaType = (end < 0 ? contentType : contentType.AsSpan(0, end)).Trim();
        if (mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return new() { Fields = new(UrlEncoded(body.Span)) };
        }

        if (mediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return MultipartFormReader.Read(Boundary(contentType), body);
        }

        throw new MalformedWebhookException("The Content-Type is no form.");
    }

    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new MalformedWebhookException("The form is not in UTF-8.", e);
        }
    }

    internal static void CheckCount(int count)
    {
        if (count > MaxFields)
        {
            throw new MalformedWebhookException("The form has more than 1,000 fields.");
        }
    }

    private static List<KeyValuePair<string, string>> UrlEncoded(ReadOnlySpan<byte> body)
    {
        var pairs = new List<KeyValuePair<string, string>>(Math.Min(MaxFields, body.Count((byte)'&') + 1));
        foreach (var range in body.Split((byte)'&'))
        {
            var part = body[range];
            if (part.IsEmpty)
            {
                continue;
            }

            CheckCount(pairs.Count + 1);
            var equals = part.IndexOf((byte)'=');
            pairs.Add(equals < 0 ? new(Unescape(part), "") : new(Unescape(part[..equals]), Unescape(part[(equals + 1)..])));
        }

        return pairs;
    }

    private static string Unescape(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'%', (byte)'+') < 0)
        {
            return Decode(text);
        }

        var rented = text.Length > StackBytes ? ArrayPool<byte>.Shared.Rent(text.Length) : null;
        try
        {
            var bytes = rented ?? stackalloc byte[StackBytes];
            return Decode(bytes[..Unescape(text, bytes)]);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            }
        }
    }

    private static int Unescape(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && Hex(text[i + 1]) is >= 0 and var high && Hex(text[i + 2]) is >= 0 and var low)
            {
                c = (byte)((high << 4) | low);
                i += 2;
            }
            else if (c == '+')
            {
                c = (byte)' ';
            }

            bytes[length++] = c;
        }

        return length;
    }

    private static int Hex(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };

    private static string Boundary(string contentType)
    {
        foreach (var parameter in contentType.Split(';').Skip(1))
        {
            var pair = parameter.Split('=', 2);
            if (pair.Length == 2 && pair[0].Trim().Equals("boundary", StringComparison.OrdinalIgnoreCase))
            {
                var boundary = pair[1].Trim().Trim('"');
                if (boundary.Length is > 0 and <= 70)
                {
                    return boundary;
                }
            }
        }

        throw new MalformedWebhookException("The multipart form has no boundary of 1 to 70 characters.");
    }
}
