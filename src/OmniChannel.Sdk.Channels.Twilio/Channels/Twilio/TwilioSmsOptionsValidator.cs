using Microsoft.Extensions.Options;

namespace OmniChannel.Channels.Twilio;

internal sealed class TwilioSmsOptionsValidator : IValidateOptions<TwilioSmsOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioSmsOptions options)
    {
        var failures = new List<string>();
        TwilioAccountRules.Check(options, failures);
        if (string.IsNullOrEmpty(options.From) && string.IsNullOrEmpty(options.MessagingServiceSid))
        {
            failures.Add("From: it is needed unless MessagingServiceSid is set");
        }

        if (!string.IsNullOrEmpty(options.From) && !IsSender(options.From))
        {
            failures.Add("From: it is a number in E.164 such as +81312345678, a short code, or up to 11 letters and digits");
        }

        if (!string.IsNullOrEmpty(options.MessagingServiceSid) && !TwilioAccountRules.IsSid(options.MessagingServiceSid, "MG"))
        {
            failures.Add("MessagingServiceSid: it begins with MG and has letters and digits only");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>A national number without its plus sign is neither: it would pass for a sender id and fail at the first send.</summary>
    private static bool IsSender(string from) =>
        TwilioPhone.IsE164(from)
        || (from.Length is >= 3 and <= 8 && from.All(char.IsAsciiDigit))
        || (from.Length <= 11 && from.Any(char.IsAsciiLetter) && from.All(c => char.IsAsciiLetterOrDigit(c) || c == ' '));
}
