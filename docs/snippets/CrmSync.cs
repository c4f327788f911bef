using OmniChannel;
using OmniChannel.Conversations;
using OmniChannel.Engagement;

namespace Snippets;

// snippet: event-handler
internal sealed partial class CrmSync(ILogger<CrmSync> logger) : IOmniEventHandler
{
    public Task HandleAsync(OmniEvent omniEvent, CancellationToken cancellationToken)
    {
        if (omniEvent.Entry.Kind == EntryKind.Closed)
        {
            LogClosed(omniEvent.Id, omniEvent.Customer); // at least once: the id tells repetitions
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "Event {Id}: a conversation with {Customer} was closed.")]
    private partial void LogClosed(OmniEventId id, CustomerId customer);
}
// end
