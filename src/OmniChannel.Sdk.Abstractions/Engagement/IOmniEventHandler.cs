namespace OmniChannel.Engagement;

/// <summary>
/// Receives events durably: at least once, in order per conversation, from where it stopped. Scoped. Throwing retries the same event with
/// back-off and holds later ones of the same handler.
/// </summary>
public interface IOmniEventHandler
{
    /// <summary>Handles one event; idempotent by <see cref="OmniEvent.Id"/>.</summary>
    Task HandleAsync(OmniEvent omniEvent, CancellationToken cancellationToken);
}
