namespace OmniChannel.Channels;

/// <summary>
/// A channel that chooses the ids of its messages itself, as mail does its Message-IDs. So a receipt of an id that nobody knows yet says something of a
/// message of unknown outcome only where it names that very id: anybody can send a bounce, and other programs use the same account. Without this
/// power such a receipt counts for the one message that is under way to its recipient.
/// </summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public interface INamesMessages<TOptions>
    where TOptions : class
{
    /// <summary>The id that receipts of a call for this message bear, whatever became of the call; null where the provider chooses it. Pure.</summary>
    string? IdOf(OutboundMessage message, ChannelAccount<TOptions> account);
}
