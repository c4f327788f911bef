using OmniChannel.Content;
using OmniChannel.Conversations;
using OmniChannel.Engagement;
using OmniChannel.Identity;

namespace OmniChannel.CrashHost;

/// <summary>Answers "number serial" with "re serial". It runs at least once for an event; the key makes the effect happen once.</summary>
internal sealed class ReplyOnce(IMessages messages) : IOmniEventHandler
{
    public async Task HandleAsync(OmniEvent omniEvent, CancellationToken cancellationToken)
    {
        if (omniEvent.Entry is { Kind: EntryKind.Message, Author: ParticipantKind.Customer, Content: TextContent said })
        {
            var words = said.Text.Split(' ');
            await messages.SendAsync(
                new()
                {
                    To = Identifier.Phone(words[0]),
                    Content = new TextContent("re " + words[1]),
                    Purpose = MessagePurpose.Service,
                    IdempotencyKey = "reply:" + omniEvent.Id,
                },
                cancellationToken);
        }
    }
}
