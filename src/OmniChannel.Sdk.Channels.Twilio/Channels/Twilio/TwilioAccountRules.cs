namespace OmniChannel.Channels.Twilio;

/// <summary>Checks that both channels share; every failure is a setting's name, a colon, and what is wrong.</summary>
internal static class TwilioAccountRules
{
    public static void Check(TwilioAccountOptions options, List<string> failures)
    {
        if (!IsSid(options.AccountSid, "AC"))
        {
            failures.Add("AccountSid: it begins with AC and has letters and digits only");
        }

        if (options.AuthTokens.Length == 0)
        {
            failures.Add("AuthTokens: at least one is needed");
        }
        else if (Array.Exists(options.AuthTokens, string.IsNullOrWhiteSpace))
        {
            failures.Add("AuthTokens: one of them is empty");
        }

        if (options.BaseUrl is not { IsAbsoluteUri: true } url || !IsSafe(url))
        {
            failures.Add("BaseUrl: it is an absolute https address (http for this machine only)");
        }

        if (options.SendsPerSecond is { } rate && !(rate > 0 && double.IsFinite(rate)))
        {
            failures.Add("SendsPerSecond: it is greater than 0, or not set");
        }
    }

    public static bool IsSid(string? sid, string prefix) =>
        sid is { Length: > 2 and <= 64 } && sid.StartsWith(prefix, StringComparison.Ordinal) && sid.All(char.IsAsciiLetterOrDigit);

    private static bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);
}
