namespace OmniChannel.Engagement.Outbound;

/// <summary>Says something to the customer: chooses the address, marks a switch of channel, plans the content, and puts it in the recipient's line.</summary>
internal static class ReplyStep
{
    public static MessageId Send(
        Turn turn, ConversationState conversation, MessageContent content, ParticipantKind author, string? authorId, MessagePurpose purpose)
    {
        conversation = turn.Current(conversation);
        var choice = AddressChoice.Choose(turn, conversation);
        if (choice is null)
        {
            turn.Entry(conversation, Message(author, authorId, null, null, DeliveryState.Failed, Explanation.Of(AddressChoice.WhyNone(turn, conversation))), new() { Contents = [content] });
            return default;
        }

        var atom = RecognitionStep.Run(turn, choice.Address, Ties(turn, choice.Address), turn.Now);
        conversation = ConversationStep.Leg(turn, conversation, choice.Address, atom, turn.Now, choice.Why);
        return Queue(turn, conversation, choice.Address, atom, content, author, authorId, purpose);
    }

    private static MessageId Queue(
        Turn turn, ConversationState conversation, ChannelAddress address, long atom, MessageContent content, ParticipantKind author, string? authorId, MessagePurpose purpose)
    {
        var capabilities = turn.Rules.Capabilities(address.Account);
        var message = new MessageId(turn.NewId());
        var entry = turn.Entry(
            conversation, Message(author, authorId, address.Account, message, DeliveryState.Queued, null) with { Atom = atom }, new() { Contents = [content] });
        var streams = capabilities.Delivery == DeliveryMode.Stream;
        turn.Emit(
            new MessageQueued
            {
                Message = message,
                Conversation = conversation.Id,
                Entry = entry,
                Account = address.Account,
                Recipient = atom,
                Order = turn.NewOrder(),
                Time = turn.Now,
                Purpose = purpose,
                Locale = conversation.Locale,
                IsAutomatic = author == ParticipantKind.Bot,
            },
            new()
            {
                SenderId = address.SenderId,
                Contents = streams ? [] : ContentPlanner.Plan(content, capabilities).Parts,
                Thread = capabilities.Threads ? conversation.Thread : null,
                ReplyHandle = Usable(turn, conversation, address),
            });
        if (streams)
        {
            ProviderIds.Remember(turn, address.Account, $"{conversation.Id}:{entry}", conversation.Id, message);
            turn.Emit(new MessageMoved { Message = message, State = DeliveryState.Sent });
        }
        else
        {
            DispatchStep.Run(turn, atom);
        }

        return message;
    }

    /// <summary>An address made of a proved identifier is tied to it, so that an answer from there is recognised.</summary>
    private static IReadOnlyList<IdentifierEvidence> Ties(Turn turn, ChannelAddress address) =>
    [
        .. turn.Rules.Capabilities(address.Account).ReachableBy
            .Select(t => new Identifier { Type = t, Value = address.SenderId })
            .Where(i => turn.State.Identity.KeyOf(i) is { } key && turn.State.Identity.Identifiers.Find(key.High) is { Atoms.IsEmpty: false })
            .Select(i => new IdentifierEvidence { Identifier = i, Assurance = Assurance.Observed, Source = "reached" }),
    ];

    private static ReplyHandle? Usable(Turn turn, ConversationState conversation, ChannelAddress address)
    {
        var onInboundLeg = conversation.InboundLeg >= 0 && conversation.Legs[conversation.InboundLeg].Address == address;
        return onInboundLeg && conversation.ReplyHandle is { } handle && !(handle.ExpiresAt <= turn.Now) ? handle : null;
    }

    private static EntryAdded Message(
        ParticipantKind author, string? authorId, ChannelAccountId? account, MessageId? message, DeliveryState delivery, Explanation? reason) => new()
        {
            Conversation = default,
            Sequence = 0,
            Time = default,
            Kind = EntryKind.Message,
            Author = author,
            AuthorId = authorId,
            Channel = account,
            Message = message,
            Delivery = delivery,
            Reason = reason,
        };
}
