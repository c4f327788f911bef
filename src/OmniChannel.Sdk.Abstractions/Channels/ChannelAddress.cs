namespace OmniChannel.Channels;

/// <summary>Where a person is reached on a channel.</summary>
public sealed record ChannelAddress
{
    /// <summary>Our side: the number, page or inbox.</summary>
    public required ChannelAccountId Account { get; init; }

    /// <summary>Their side, as the provider names it: a phone number, a user id, a visitor id.</summary>
    public required string SenderId { get; init; }

    /// <summary>A stable key of both sides.</summary>
    public string ToKey() => $"{Account}/{SenderId}";

    /// <summary>The account only: the sender is personal and stays out of logs.</summary>
    public override string ToString() => Account.ToString();
}
