using OmniChannel.Content;
using OmniChannel.Identity;

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

    [Fact]
    public async Task E2_EveryScriptOfAnswers_EndsAtItsLeafAndAllLeavesAreReached()
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var first in new[] { "order", "return" })
        {
            foreach (var second in new[] { "a", "b" })
            {
                var bot = new DecisionTreeBot(Shop);
                var began = await TurnAsync(bot, BotTrigger.Started, null, null);
                var asked = await TurnAsync(bot, BotTrigger.Message, first, began.State);
                var answered = await TurnAsync(bot, BotTrigger.Message, second, asked.State);
                Assert.Equal($"The article about {first} {second}.", Assert.Single(answered.Actions.OfType<SayAction>()).Content.Preview);
                Assert.Single(answered.Actions.OfType<CloseAction>());
                reached.Add($"{first}-{second}");
            }
        }

        Assert.Equal(Shop.Leaves, reached);
    }

    [Theory]
    [InlineData(0, "Leave us a message.")]
    [InlineData(1, "One moment.")]
    public async Task D13_HandOff_GoesElsewhereWhileNobodyIsThere(int people, string said)
    {
        var tree = DecisionTree.Build(t => t
            .HandOff("person", new("One moment.", "お待ちください。"), whenNobody: "later")
            .Question("later", "message", new("Leave us a message.", "ご用件をどうぞ。"), "person"));
        var reply = await new DecisionTreeBot(tree).OnTurnAsync(
            new() { Conversation = new(1), Trigger = BotTrigger.Started, PeopleAvailable = people }, TestContext.Current.CancellationToken);

        Assert.Equal(said, reply.Actions.OfType<SayAction>().Single().Content.Preview);
        Assert.Equal(people > 0, reply.Actions.OfType<HandOffAction>().Any());
    }

    [Theory]
    [InlineData("human", true)]
    [InlineData("Agent, please!", true)]
    [InlineData("I want to talk to a person", true)]
    [InlineData("can I speak with a real person", true)]
    [InlineData("担当者をお願いします", true)]
    [InlineData("Human Race", false)]
    [InlineData("my personal account", false)]
    [InlineData("human.resources@shop.example", false)]
    [InlineData("the agent", false)]
    public void PersonWords_AreWholeWordsOrThePhrase(string said, bool asks) => Assert.Equal(asks, PersonWords.Default.Asks(said));

    [Fact]
    public async Task PersonWords_AreTheHosts_WhereItSetsThem()
    {
        var tree = DecisionTree.Build(t => t
            .Question("what", "what", new("What is it about?", "ご用件は？"), "end").HandOff("end", new("One moment.", "お待ちください。"))
            .PersonWords("persona", "hablar con alguien"));
        Assert.Contains((await SaidAsync(tree, "quiero hablar con alguien", "what")).Actions.OfType<HandOffAction>(), h => h.Reason == "asked-for-person");
        Assert.Single((await SaidAsync(tree, "human", "what")).Actions.OfType<CollectAction>());
    }

    [Fact]
    public async Task Verify_SaysNothingOfACodeItself_AndAWordWhileItIsAwaitedAsksForTheCode()
    {
        var asked = await SaidAsync(Proof, "taro@example.com", "email");
        Assert.Single(asked.Actions.OfType<VerifyAction>());
        Assert.Empty(asked.Actions.OfType<SayAction>());

        var missed = await new DecisionTreeBot(Proof).OnTurnAsync(Message("what code?", asked.State!), TestContext.Current.CancellationToken);
        Assert.Equal("Please type the six-digit code, or another address.", Assert.Single(missed.Actions.OfType<SayAction>()).Content.Preview);
        var changed = await new DecisionTreeBot(Proof).OnTurnAsync(Message("hanako@example.com", missed.State!), TestContext.Current.CancellationToken);
        Assert.Equal("hanako@example.com", Assert.Single(changed.Actions.OfType<VerifyAction>()).Identifier.Value);
    }

    [Fact]
    public void Build_RefusesWhatHasNoEnd()
    {
        var circle = Assert.Throws<ArgumentException>(() => DecisionTree.Build(t => t
            .Say("a", new("A", "A"), "b").Say("b", new("B", "B"), "a")));
        Assert.Contains("'a'", circle.Message, StringComparison.Ordinal);
        var nowhere = Assert.Throws<ArgumentException>(() => DecisionTree.Build(t => t
            .Verify("email", IdentifierType.Email, new("E-mail?", "メール？"), "end", "").HandOff("end", new("One moment.", "お待ちください。"))));
        Assert.Contains("'email'", nowhere.Message, StringComparison.Ordinal);
    }

    private static DecisionTree Proof { get; } = DecisionTree.Build(t => t
        .Verify("email", IdentifierType.Email, new("Your e-mail?", "メールアドレスは？"), "end", "end").HandOff("end", new("One moment.", "お待ちください。")));

    private static BotTurn Message(string text, string state) => new()
    {
        Conversation = new(1),
        Trigger = BotTrigger.Message,
        Message = new TextContent(text),
        Locale = Locale.English,
        Slots = new Dictionary<string, string>(),
        State = state,
    };

    private static async Task<BotReply> SaidAsync(DecisionTree tree, string text, string node) =>
        await new DecisionTreeBot(tree).OnTurnAsync(Message(text, $$"""{"Node":"{{node}}"}"""), TestContext.Current.CancellationToken);

    private static DecisionTree Shop { get; } = DecisionTree.Build(t =>
    {
        t.Choice("topic", "topic", new("What is it about?", "ご用件は？"), new TreeOption("order", new("My order", "注文"), "order"), new TreeOption("return", new("A return", "返品"), "return"));
        foreach (var topic in new[] { "order", "return" })
        {
            t.Choice(topic, topic, new("Which?", "どちら？"), new TreeOption("a", new("A", "A"), topic + "-a"), new TreeOption("b", new("B", "B"), topic + "-b"));
            t.Close(topic + "-a", new($"The article about {topic} a.", "記事")).Close(topic + "-b", new($"The article about {topic} b.", "記事"));
        }
    });

    private static async Task<BotReply> TurnAsync(DecisionTreeBot bot, BotTrigger trigger, string? option, string? state) => await bot.OnTurnAsync(
        new()
        {
            Conversation = new(1),
            Trigger = trigger,
            Message = option is null ? null : new ChoiceReplyContent { OptionId = option, Label = option },
            Locale = Locale.English,
            Slots = new Dictionary<string, string>(),
            State = state,
        },
        TestContext.Current.CancellationToken);

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
