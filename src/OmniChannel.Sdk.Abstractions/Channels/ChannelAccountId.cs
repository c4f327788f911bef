using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Channels;

/// <summary>One configured number, page or inbox on a channel; unique per host.</summary>
[JsonConverter(typeof(TextJsonConverter<ChannelAccountId>))]
public readonly record struct ChannelAccountId : IParsable<ChannelAccountId>
{
    /// <summary>Joins a channel and an account name.</summary>
    public ChannelAccountId(ChannelName channel, string account)
    {
        Channel = channel;
        Account = NameText.Check(account);
    }

    /// <summary>The channel.</summary>
    public ChannelName Channel { get; }

    /// <summary>The account's name in the configuration; empty for the default value.</summary>
    public string Account => field ?? "";

    /// <inheritdoc/>
    public static ChannelAccountId Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var id) ? id : throw new FormatException("A channel account is 'channel/account'.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ChannelAccountId result)
    {
        result = default;
        var slash = s?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (s is null || slash <= 0 || !ChannelName.TryParse(s[..slash], provider, out var channel) || s[(slash + 1)..] is var account && !NameText.IsName(account))
        {
            return false;
        }

        result = new(channel, account);
        return true;
    }

    /// <summary><c>channel/account</c>.</summary>
    public override string ToString() => $"{Channel}/{Account}";
}
