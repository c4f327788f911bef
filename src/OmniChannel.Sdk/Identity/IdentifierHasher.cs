using System.Security.Cryptography;
using System.Text;
using OmniChannel.Identity.Identifiers;

namespace OmniChannel.Identity;

/// <summary>
/// Keyed 128-bit hashes of identifiers for facts and rows, with the type in front of the normalised value: SipHash under a key derived from the
/// workspace's. Thread-safe.
/// </summary>
internal sealed class IdentifierHasher
{
    private readonly SipHash _hash;

    public IdentifierHasher(ReadOnlyMemory<byte> hashKey)
    {
        Span<byte> derived = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(hashKey.Span, "journal"u8, derived);
        _hash = SipHash.Of(derived);
    }

    public IdentifierKey Hash(string scope, string value)
    {
        var length = Encoding.UTF8.GetByteCount(scope) + 1 + Encoding.UTF8.GetByteCount(value);
        Span<byte> text = length <= 512 ? stackalloc byte[length] : new byte[length];
        var written = Encoding.UTF8.GetBytes(scope, text);
        text[written++] = 0;
        Encoding.UTF8.GetBytes(value, text[written..]);
        return _hash.Hash(text);
    }
}
