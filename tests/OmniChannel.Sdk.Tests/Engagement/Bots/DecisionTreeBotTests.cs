using OmniChannel.Content;

namespace OmniChannel.Engagement.Bots;

public sealed class DecisionTreeBotTests
{
    private static readonly DecisionTree Tree = DecisionTree.Build(t => t
        .Choice("topic", "topic", new("What is it about?", "ご用件は？"), new TreeOption("order", new("My order", "注文"), "more"))
        .Choice("more", "", new("How can I help further?", "ほかには？"), new TreeOption("person", new("Talk to a person", "担当者"), "person"))
        .HandOff("person", new("One moment.", "お待ちください。")));

    [Fact]
    public async Task Choice_WithASlot_KeepsTheAnswer()
    {
        var reply = await AnswerAsync("topic", "order", "My order");

        var kept = Assert.Single(reply.Actions.OfType<CollectAction>());
        Assert.Equal(("topic", "My order"), (kept.Slot, kept.Value));
    }

    [Fact]
    public async Task Choice_WithoutASlot_OnlyLeadsOn()
    {
        var reply = await AnswerAsync("more", "person", "Talk to a person", ("topic", "My order"));

        Assert.Empty(reply.Actions.OfType<CollectAction>());
        Assert.Equal("My order", Assert.Single(reply.Actions.OfType<HandOffAction>()).Summary);
    }

    private static async Task<BotReply> AnswerAsync(string node, string option, string label, params (string Slot, string Value)[] known) =>
        await new DecisionTreeBot(Tree).OnTurnAsync(
            new()
            {
                Conversation = new(1),
                Trigger = BotTrigger.Message,
                Message = new ChoiceReplyContent { OptionId = option, Label = label },
                Locale = Locale.English,
                Slots = known.ToDictionary(k => k.Slot, k => k.Value),
                State = $$"""{"Node":"{{node}}"}""",
            },
            TestContext.Current.CancellationToken);
}
