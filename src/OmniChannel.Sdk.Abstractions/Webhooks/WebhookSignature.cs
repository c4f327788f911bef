using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Webhooks;

/// <summary>Signature checks in constant time. Keys are lists, so that a new one can be added before the old one goes.</summary>
public static class WebhookSignature
{
    /// <summary>HMAC-SHA256 in hexadecimal, any case, with an optional prefix such as <c>sha256=</c>.</summary>
    public static bool HmacSha256Hex(IEnumerable<string> keys, ReadOnlySpan<byte> data, string signature, string prefix = "") =>
        TryHex(signature, prefix, out var given) && Matches(keys, data, given, HMACSHA256.HashData);

    /// <summary>HMAC-SHA256 in base 64.</summary>
    public static bool HmacSha256Base64(IEnumerable<string> keys, ReadOnlySpan<byte> data, string signature) =>
        TryBase64(signature, out var given) && Matches(keys, data, given, HMACSHA256.HashData);

    /// <summary>HMAC-SHA1 in base 64, as older providers use.</summary>
    public static bool HmacSha1Base64(IEnumerable<string> keys, ReadOnlySpan<byte> data, string signature) =>
        TryBase64(signature, out var given) && Matches(keys, data, given, HMACSHA1.HashData);

    /// <summary>Compares a shared secret in constant time, whatever its length.</summary>
    public static bool SecretEquals(IEnumerable<string> secrets, string given)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(given);
        Span<byte> left = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> right = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(given), right);
        var found = false;
        foreach (var secret in secrets)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(secret), left);
            found |= secret.Length > 0 && CryptographicOperations.FixedTimeEquals(left, right);
        }

        return found;
    }

    private static bool Matches(IEnumerable<string> keys, ReadOnlySpan<byte> data, ReadOnlySpan<byte> given, HashInto hash)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Span<byte> computed = stackalloc byte[64];
        Span<byte> stack = stackalloc byte[256];
        var found = false;
        foreach (var key in keys)
        {
            if (key.Length == 0)
            {
                continue;
            }

            var bytes = Encoding.UTF8.TryGetBytes(key, stack, out var size) ? stack[..size] : Encoding.UTF8.GetBytes(key);
            var length = hash(bytes, data, computed);
            found |= CryptographicOperations.FixedTimeEquals(computed[..length], given);
        }

        CryptographicOperations.ZeroMemory(stack);
        return found;
    }

    private delegate int HashInto(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination);

    private static bool TryHex(string signature, string prefix, out byte[] bytes)
    {
        bytes = [];
        if (!signature.StartsWith(prefix, StringComparison.Ordinal) || signature.Length > 256)
        {
            return false;
        }

        var hex = signature.AsSpan(prefix.Length);
        bytes = new byte[hex.Length / 2];
        return hex.Length > 0 && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
    }

    private static bool TryBase64(string signature, out byte[] bytes)
    {
        Span<byte> decoded = stackalloc byte[192];
        Span<char> spelling = stackalloc char[256];
        bytes = [];
        if (signature.Length is 0 or > 256 || !Convert.TryFromBase64String(signature, decoded, out var written))
        {
            return false;
        }

        bytes = decoded[..written].ToArray();
        // The decoder skips spaces and unused bits: only the one canonical spelling counts.
        return Convert.TryToBase64Chars(bytes, spelling, out var length) && spelling[..length].SequenceEqual(signature);
    }
}
