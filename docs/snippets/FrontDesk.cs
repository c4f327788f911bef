using OmniChannel;
using OmniChannel.Content;
using OmniChannel.Engagement;

namespace Snippets;

// snippet: bot
internal sealed class FrontDesk : IBot
{
    private static readonly ChoiceContent Topic = new()
    {
        Text = "What is it about?",
        Options = [new() { Id = "order", Label = "My order" }, new() { Id = "other", Label = "Something else" }],
    };

    public ValueTask<BotReply> OnTurnAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        BotAction[] actions = turn switch
        {
            { Trigger: BotTrigger.Started } => [new SayAction { Content = Topic, Asks = "topic" }],
            { Message: ChoiceReplyContent chosen } =>
            [
                new CollectAction { Slot = "topic", Value = chosen.OptionId },
                new HandOffAction { Reason = "asked-for-person", Summary = chosen.Label },
            ],
            _ => [new HandOffAction { Reason = "not-understood" }],
        };
        return new(new BotReply { Actions = actions });
    }
}
// end
