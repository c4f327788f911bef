using Microsoft.Extensions.Options;

namespace OmniChannel.Channels;

/// <summary>Runs an options validator and words its findings for the person who must act.</summary>
internal static class ChannelOptionsCheck
{
    public static IReadOnlyList<string> Run<TOptions>(ChannelAccountId id, TOptions options, IValidateOptions<TOptions>? validator)
        where TOptions : class
    {
        var result = validator?.Validate(id.Account, options);
        return result is { Failed: true, Failures: { } failures } ? [.. failures.Select(f => Sentence(id, f))] : [];
    }

    /// <summary>A failure that begins with a setting's name and a colon is worded with its path; others stand as they are.</summary>
    private static string Sentence(ChannelAccountId id, string failure)
    {
        var colon = failure.IndexOf(':', StringComparison.Ordinal);
        var setting = colon > 0 ? failure[..colon] : "";
        return setting.Length > 0 && setting.All(char.IsLetterOrDigit)
            ? $"{id.Channel} account '{id.Account}' has no valid {setting}: {failure[(colon + 1)..].Trim().TrimEnd('.')}. "
                + $"Set OmniChannel:Channels:{id.Channel}:{id.Account}:{setting}, or remove the account."
            : $"{id.Channel} account '{id.Account}': {failure.TrimEnd('.')}. See OmniChannel:Channels:{id.Channel}:{id.Account}.";
    }
}
