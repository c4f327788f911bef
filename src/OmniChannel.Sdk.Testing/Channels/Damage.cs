using System.Text.Json;

namespace OmniChannel.Testing.Channels;

/// <summary>Ways to damage what is signed.</summary>
internal static class Damage
{
    private const int MaxPlaces = 400;

    /// <summary>The bytes with one of them changed: each, or 400 places of a long body.</summary>
    public static IEnumerable<byte[]> Flips(ReadOnlyMemory<byte> bytes)
    {
        foreach (var place in Places(bytes.Length))
        {
            var flipped = bytes.ToArray();
            flipped[place] ^= 1;
            yield return flipped;
        }
    }

    /// <summary>The text with one character changed; changes that leave the bytes meant by base 64 as they were are no damage.</summary>
    public static IEnumerable<string> Flips(string text)
    {
        foreach (var place in Places(text.Length))
        {
            var flipped = text[..place] + (char)(text[place] ^ 1) + text[(place + 1)..];
            if (!SameBase64(text, flipped))
            {
                yield return flipped;
            }
        }
    }

    /// <summary>Proper beginnings of the bytes.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Beginnings(ReadOnlyMemory<byte> bytes) => Places(bytes.Length).Select(n => bytes[..n]);

    /// <summary>The same JSON in other bytes; null where it is none.</summary>
    public static byte[]? Rewritten(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
            {
                json.WriteTo(writer);
            }

            stream.WriteByte((byte)'\n');
            return stream.ToArray();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<int> Places(int length) =>
        length <= MaxPlaces ? Enumerable.Range(0, length) : Enumerable.Range(0, MaxPlaces).Select(i => (int)((long)i * length / MaxPlaces));

    private static bool SameBase64(string left, string right)
    {
        var (first, second) = (Last(left), Last(right));
        return Bytes(first) is { } a && Bytes(second) is { } b && a.AsSpan().SequenceEqual(b) && left[..^first.Length] == right[..^second.Length];
    }

    /// <summary>What follows a scheme's name, as in <c>Basic dXNlcg==</c>.</summary>
    private static string Last(string text) => text[(text.LastIndexOf(' ') + 1)..];

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Replace('-', '+').Replace('_', '/'), bytes, out var written) ? bytes[..written] : null;
    }
}
