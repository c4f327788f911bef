using Microsoft.Extensions.Options;

namespace OmniChannel.Channels.WebChat;

/// <summary>Words each failure as <c>SettingName: what is wrong</c>, without any value of a secret.</summary>
internal sealed class WebChatOptionsValidator : IValidateOptions<WebChatOptions>
{
    private const int MinKeyLength = 32;
    private static readonly TimeSpan MinLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(400);

    public ValidateOptionsResult Validate(string? name, WebChatOptions options)
    {
        var failures = new List<string>();
        if (options.SigningKeys.Count == 0)
        {
            failures.Add("SigningKeys: at least one secret of 32 characters is needed");
        }
        else if (options.SigningKeys.Any(k => k is null || k.Length < MinKeyLength))
        {
            failures.Add("SigningKeys: every secret needs 32 characters or more");
        }

        if (!options.AllowedOrigins.All(IsOrigin))
        {
            failures.Add("AllowedOrigins: an origin is a scheme and a host, such as https://shop.example, without a path");
        }

        if (options.SessionLifetime < MinLifetime || options.SessionLifetime > MaxLifetime)
        {
            failures.Add("SessionLifetime: between one minute and 400 days is needed");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Scheme is "http" or "https")
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase);
}
