using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Identity;

/// <summary>Keyed hashes of identifiers: HMAC-SHA256 truncated to 128 bits, with the type in front of the normalised value.</summary>
internal sealed class IdentifierHasher(ReadOnlyMemory<byte> key)
{
    public IdentifierKey Hash(string scope, string value)
    {
        var length = Encoding.UTF8.GetByteCount(scope) + 1 + Encoding.UTF8.GetByteCount(value);
        Span<byte> text = length <= 512 ? stackalloc byte[length] : new byte[length];
        var written = Encoding.UTF8.GetBytes(scope, text);
        text[written++] = 0;
        Encoding.UTF8.GetBytes(value, text[written..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Span, text, hash);
        return new(BinaryPrimitives.ReadInt64LittleEndian(hash), BinaryPrimitives.ReadInt64LittleEndian(hash[8..]));
    }
}
