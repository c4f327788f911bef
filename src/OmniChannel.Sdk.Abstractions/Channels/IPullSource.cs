namespace OmniChannel.Channels;

/// <summary>A channel that is asked instead of calling.</summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public interface IPullSource<TOptions>
    where TOptions : class
{
    /// <summary>Events after a cursor (null at first) and the next cursor, which commits with their effects.</summary>
    Task<PullResult> PullAsync(ChannelAccount<TOptions> account, string? cursor, CancellationToken cancellationToken);
}
