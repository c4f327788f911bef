using OmniChannel;
using OmniChannel.Content;
using OmniChannel.Engagement;
using OmniChannel.Identity;

namespace Snippets;

internal static class Sending
{
    public static async Task RunAsync(IOmniChannel omni, string member, string orderId, CancellationToken cancellationToken)
    {
        // snippet: send
        var decision = await omni.Messages.SendAsync(new()
        {
            To = Identifier.LoyaltyId(member),
            Content = new TextContent("発送しました。"),
            Purpose = MessagePurpose.Transactional,
            IdempotencyKey = $"shipped-{orderId}",
        }, cancellationToken);
        if (!decision.Accepted)
        {
            Console.WriteLine(decision.ToText(Locale.English)); // decision.Code is for programs
        }

        // end
    }
}
