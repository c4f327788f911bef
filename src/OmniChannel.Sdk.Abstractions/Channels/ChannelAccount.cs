namespace OmniChannel.Channels;

/// <summary>What an adapter is told about the account it acts for.</summary>
/// <typeparam name="TOptions">The channel's options.</typeparam>
public sealed class ChannelAccount<TOptions>
    where TOptions : class
{
    /// <summary>Channel and account name.</summary>
    public required ChannelAccountId Id { get; init; }

    /// <summary>The validated options; treat them as read-only.</summary>
    public required TOptions Options { get; init; }

    /// <summary>Where providers reach this account's webhook; null when the host has no public base address.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>The clock to use for anything that depends on time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The account's name only: options hold secrets.</summary>
    public override string ToString() => Id.ToString();
}
