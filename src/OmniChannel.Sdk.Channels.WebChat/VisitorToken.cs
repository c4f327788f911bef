using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using OmniChannel.Identity;

namespace OmniChannel.Channels.WebChat;

/// <summary>
/// What a visitor's browser keeps: version, visitor, expiry and a digest of the sign-in it belongs to, with an HMAC-SHA256 over these and
/// the account. 75 bytes, so that base 64 leaves no spare bits and one token has one spelling.
/// </summary>
internal sealed class VisitorToken
{
    private const int VisitorLength = 16;
    private const int ExpiryAt = 1 + VisitorLength;
    private const int SignInAt = ExpiryAt + sizeof(long);
    private const int SignInLength = 18;
    private const int PayloadLength = SignInAt + SignInLength;
    private const int TextLength = (PayloadLength + HMACSHA256.HashSizeInBytes) / 3 * 4;
    private const byte Version = 1;

    private readonly string _key;
    private readonly byte[] _signIn;

    private VisitorToken(string key, ReadOnlySpan<byte> visitor, DateTimeOffset expiresAt, byte[] signIn)
    {
        _key = key;
        Visitor = "v" + Convert.ToHexStringLower(visitor);
        ExpiresAt = expiresAt;
        _signIn = signIn;
    }

    /// <summary>The sender id: <c>v</c> and 128 random bits.</summary>
    public string Visitor { get; }

    public DateTimeOffset ExpiresAt { get; }

    /// <summary>True for a token given to somebody who was not signed in.</summary>
    public bool IsAnonymous => _signIn.AsSpan().IndexOfAnyExcept((byte)0) < 0;

    /// <summary>A fresh visitor.</summary>
    public static string NewVisitor() => "v" + RandomNumberGenerator.GetHexString(VisitorLength * 2, lowercase: true);

    public static string Issue(string visitor, DateTimeOffset expiresAt, Identifier? signIn, ChannelAccount<WebChatOptions> account)
    {
        Span<byte> token = stackalloc byte[PayloadLength + HMACSHA256.HashSizeInBytes];
        token[0] = Version;
        Convert.FromHexString(visitor.AsSpan(1), token.Slice(1, VisitorLength), out _, out _);
        BinaryPrimitives.WriteInt64BigEndian(token[ExpiryAt..], expiresAt.ToUnixTimeSeconds());
        var key = account.Options.SigningKeys[0];
        SignInDigest(key, signIn, visitor).CopyTo(token[SignInAt..]);
        Sign(key, account.Id, token[..PayloadLength]).CopyTo(token[PayloadLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The token's content, or why it is refused; every key is tried, in constant time.</summary>
    public static bool TryRead(
        string text, ChannelAccount<WebChatOptions> account, DateTimeOffset now, [NotNullWhen(true)] out VisitorToken? token, out string refusal)
    {
        token = null;
        Span<byte> bytes = stackalloc byte[PayloadLength + HMACSHA256.HashSizeInBytes];
        if (text.Length != TextLength || !TryDecode(text, bytes) || bytes[0] != Version)
        {
            refusal = text.Length == 0 ? "The visitor's token is missing." : "The visitor's token is not in the form of one.";
            return false;
        }

        var payload = bytes[..PayloadLength];
        string? signer = null;
        foreach (var key in account.Options.SigningKeys)
        {
            var matches = CryptographicOperations.FixedTimeEquals(Sign(key, account.Id, payload), bytes[PayloadLength..]);
            signer = matches ? key : signer;
        }

        if (signer is null)
        {
            refusal = "The visitor's token matches none of SigningKeys for this account.";
            return false;
        }

        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(payload[ExpiryAt..]));
        if (expiresAt <= now)
        {
            refusal = "The visitor's token has expired.";
            return false;
        }

        token = new(signer, payload.Slice(1, VisitorLength), expiresAt, payload[SignInAt..].ToArray());
        refusal = "";
        return true;
    }

    /// <summary>True when the token was given to the same sign-in, or to nobody signed in and nobody is now.</summary>
    public bool BelongsTo(Identifier? signIn) => CryptographicOperations.FixedTimeEquals(_signIn, SignInDigest(_key, signIn, Visitor));

    private static bool TryDecode(string text, Span<byte> bytes)
    {
        try
        {
            return Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == bytes.Length;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Sign(string key, ChannelAccountId account, ReadOnlySpan<byte> payload)
    {
        var context = Encoding.UTF8.GetBytes($"omni-visitor\n{account}\n");
        byte[] data = [.. context, .. payload];
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), data);
    }

    /// <summary>Keyed, and salted with the visitor: two tokens of one person show no common part, and none can be guessed from.</summary>
    private static byte[] SignInDigest(string key, Identifier? signIn, string visitor) => signIn is null
        ? new byte[SignInLength]
        : HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"omni-sign-in\n{visitor}\n{signIn.Type}\n{signIn.Value}"))[..SignInLength];
}
