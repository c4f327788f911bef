using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Channels.Twilio;

/// <summary>
/// Twilio's webhook signature, by its page "Webhooks security": base 64 of HMAC-SHA1, keyed with the auth token, over the full address
/// followed by the form's names and values in the order of the names. A body that is no form is covered by its SHA-256 in the
/// address's <c>bodySHA256</c> parameter.
/// </summary>
internal static class TwilioSignature
{
    /// <summary>The header that carries it.</summary>
    public const string HeaderName = "X-Twilio-Signature";

    private const string BodyHashName = "bodySHA256";

    /// <summary>Signs as Twilio does: the address with its query, and the form of a POST (empty for a GET).</summary>
    public static string Sign(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(url + Join(form))));

    public static WebhookVerdict Verify(WebhookRequest request, IReadOnlyList<string> authTokens)
    {
        var signature = request.Headers[HeaderName];
        if (signature.Length == 0)
        {
            return WebhookVerdict.Reject(WebhookRejection.MissingSignature, HeaderName + " is missing");
        }

        if (Covered(request) is not { } form)
        {
            return WebhookVerdict.Reject(WebhookRejection.BadSignature, BodyHashName + " does not cover the body");
        }

        // Which spelling of a public address matches is no secret, so the first match ends it.
        foreach (var address in Addresses(request.Url))
        {
            if (Matches(authTokens, address, form, signature))
            {
                return WebhookVerdict.Accept;
            }
        }

        return WebhookVerdict.Reject(
            WebhookRejection.BadSignature, HeaderName + " matches none of AuthTokens for the public address; see PublicBaseUrl");
    }

    private static bool Matches(IReadOnlyList<string> authTokens, string address, IReadOnlyList<KeyValuePair<string, string>> form, string signature)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(address.Length);
        foreach (var (name, value) in form)
        {
            longest += Encoding.UTF8.GetMaxByteCount(name.Length) + Encoding.UTF8.GetMaxByteCount(value.Length);
        }

        var covered = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            var length = Encoding.UTF8.GetBytes(address, covered);
            foreach (var (name, value) in form)
            {
                length += Encoding.UTF8.GetBytes(name, covered.AsSpan(length));
                length += Encoding.UTF8.GetBytes(value, covered.AsSpan(length));
            }

            return WebhookSignature.HmacSha1Base64(authTokens, covered.AsSpan(0, length), signature);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(covered, clearArray: true);
        }
    }

    /// <summary>What the signature covers behind the address, in its order; null when it does not cover the body.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>>? Covered(WebhookRequest request)
    {
        if (request.Method == "GET" || (request.Body.IsEmpty && !request.Query.Contains(BodyHashName)))
        {
            return [];
        }

        if (!TwilioForm.IsForm(request))
        {
            return CoversBody(request) ? [] : null;
        }

        try
        {
            return Ordered(request.Form().Fields);
        }
        catch (MalformedWebhookException)
        {
            return null;
        }
    }

    private static bool CoversBody(WebhookRequest request)
    {
        var given = new byte[SHA256.HashSizeInBytes];
        var hex = request.Query[BodyHashName];
        return hex.Length == 2 * given.Length
            && Convert.FromHexString(hex, given, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(request.Body.Span), given);
    }

    private static string Join(IEnumerable<KeyValuePair<string, string>> form) => string.Concat(Ordered(form).Select(p => p.Key + p.Value));

    // A name that comes twice is signed once per different value, as the vendor's own libraries do.
    private static List<KeyValuePair<string, string>> Ordered(IEnumerable<KeyValuePair<string, string>> form)
    {
        List<KeyValuePair<string, string>> pairs = [.. form];
        pairs.Sort(Order);
        for (var i = pairs.Count - 1; i > 0; i--)
        {
            if (Order(pairs[i], pairs[i - 1]) == 0)
            {
                pairs.RemoveAt(i);
            }
        }

        return pairs;
    }

    private static int Order(KeyValuePair<string, string> left, KeyValuePair<string, string> right)
    {
        var byName = string.CompareOrdinal(left.Key, right.Key);
        return byName != 0 ? byName : string.CompareOrdinal(left.Value, right.Value);
    }

    /// <summary>The vendor signs with or without the port, depending on the product: its libraries try both, and so do we.</summary>
    private static IEnumerable<string> Addresses(Uri url)
    {
        var first = url.OriginalString;
        foreach (var address in WithAndWithoutPort(first, url))
        {
            yield return address;
        }

        if (url.AbsoluteUri != first)
        {
            foreach (var address in WithAndWithoutPort(url.AbsoluteUri, url))
            {
                yield return address;
            }
        }
    }

    private static IEnumerable<string> WithAndWithoutPort(string spelling, Uri url)
    {
        var fragment = spelling.IndexOf('#', StringComparison.Ordinal);
        var address = fragment < 0 ? spelling : spelling[..fragment];
        yield return address;
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = address.AsSpan(start).IndexOfAny('/', '?');
        end = end < 0 ? address.Length : start + end;
        var authority = address[start..end];
        var colon = authority.LastIndexOf(':');
        var hasPort = colon > authority.LastIndexOf('@') && colon > authority.LastIndexOf(']');
        var host = hasPort ? authority[..colon] : authority;
        var port = hasPort ? authority[colon..] : url.Scheme == Uri.UriSchemeHttps ? ":443" : ":80";
        yield return address[..start] + host + address[end..];
        yield return address[..start] + host + port + address[end..];
    }
}
