using Microsoft.Extensions.Options;

namespace OmniChannel.Emulator;

internal sealed class EmulatorOptionsValidator : IValidateOptions<EmulatorOptions>
{
    public ValidateOptionsResult Validate(string? name, EmulatorOptions options)
    {
        var failures = new List<string>();
        if (options.Accounts.Any(a => !a.Sid.StartsWith("AC", StringComparison.Ordinal) || !a.Sid.All(char.IsAsciiLetterOrDigit) || a.AuthToken.Length == 0))
        {
            failures.Add("Accounts: each has a Sid of AC and letters or digits, and an AuthToken");
        }

        if (options.Accounts.DistinctBy(a => a.Sid).Count() < options.Accounts.Count)
        {
            failures.Add("Accounts: two have the same Sid");
        }

        var numbers = options.Accounts.SelectMany(a => a.Numbers).Select(n => n.Number).ToList();
        if (numbers.Distinct().Count() < numbers.Count || !numbers.All(Twilio.PhoneText.IsE164))
        {
            failures.Add("Accounts: every number is in E.164 and belongs to one account");
        }

        if (options.ApiPort is < 0 or > 65535 || options.SmtpPort is < 0 or > 65535)
        {
            failures.Add("ApiPort, SmtpPort: 0 to 65535");
        }

        if (options.PublicBaseUrl is { IsAbsoluteUri: false })
        {
            failures.Add("PublicBaseUrl: it is an absolute address");
        }

        if (!options.Inboxes.All(i => i.Address.IndexOf('@', StringComparison.Ordinal) > 0))
        {
            failures.Add("Inboxes: each has an Address");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
