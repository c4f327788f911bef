using System.Security.Cryptography;
using System.Text;

namespace OmniChannel.Emulator.Twilio;

/// <summary>Twilio's page "Webhooks security": base 64 of HMAC-SHA1 over the address and the sorted form.</summary>
internal static class TwilioSigner
{
    public const string HeaderName = "X-Twilio-Signature";

    public static string Sign(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in form.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
        }

        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString())));
    }
}
