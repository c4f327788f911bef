namespace OmniChannel.Fakes;

/// <summary>What a <see cref="ScriptedBot"/> does, and what it was asked.</summary>
internal sealed class BotScript
{
    public Func<BotTurn, CancellationToken, ValueTask<BotReply>> OnTurn { get; set; } = (_, _) => new(new BotReply { Actions = [] });

    /// <summary>Answers each turn at once.</summary>
    public static BotScript Of(Func<BotTurn, IReadOnlyList<BotAction>> answer) => new() { OnTurn = (turn, _) => new(new BotReply { Actions = answer(turn), State = turn.State }) };

    /// <summary>The order desk: greets, asks for a topic, then an e-mail, proves it, and hands over.</summary>
    public static BotScript OrderDesk() => Of(turn => turn switch
    {
        { Trigger: BotTrigger.Started } =>
            [new SayAction { Content = new ChoiceContent { Text = "What is it about?", Options = [new() { Id = "order", Label = "An order" }, new() { Id = "other", Label = "Other" }] }, Asks = "topic" }],
        { Trigger: BotTrigger.Message, Message: ChoiceReplyContent reply } =>
            [new CollectAction { Slot = "topic", Value = reply.OptionId }, new SayAction { Content = new TextContent("Your e-mail?"), Asks = "email" }],
        { Trigger: BotTrigger.Message, Message: TextContent { Text: var text } } when text.Contains('@', StringComparison.Ordinal) =>
            [new CollectAction { Slot = "email", Value = text }, new VerifyAction { Identifier = Identifier.Email(text) }, new SayAction { Content = new TextContent("Type the code.") }],
        { Trigger: BotTrigger.Verified } => [new SayAction { Content = new TextContent("Thank you " + turn.CustomerName?.Display()) }],
        { Trigger: BotTrigger.VerificationFailed } => [new HandOffAction { Reason = "not-proved", Summary = "Could not prove who they are" }],
        _ => [new HandOffAction { Reason = "asked-for-person", Summary = "Asks about an order" }],
    });
}
