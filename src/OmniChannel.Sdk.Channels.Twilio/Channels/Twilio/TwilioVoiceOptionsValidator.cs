using Microsoft.Extensions.Options;

namespace OmniChannel.Channels.Twilio;

internal sealed class TwilioVoiceOptionsValidator : IValidateOptions<TwilioVoiceOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioVoiceOptions options)
    {
        var failures = new List<string>();
        TwilioAccountRules.Check(options, failures);
        if (!Locale.TryParse(options.Language, null, out _))
        {
            failures.Add("Language: it is a language tag such as ja-JP");
        }

        if (!string.IsNullOrEmpty(options.CallerId) && !TwilioPhone.IsE164(options.CallerId))
        {
            failures.Add("CallerId: it is a number in E.164 such as +81312345678");
        }

        if (options.DialTimeout < TimeSpan.FromSeconds(5) || options.DialTimeout > TimeSpan.FromSeconds(600))
        {
            failures.Add("DialTimeout: it is 5 to 600 seconds");
        }

        if (options.WaitPause < TimeSpan.FromSeconds(1) || options.WaitPause > TimeSpan.FromSeconds(120))
        {
            failures.Add("WaitPause: it is 1 to 120 seconds");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
