namespace OmniChannel.Engagement.Inbound;

/// <summary>The customer said something: it is kept, answers what we asked, and reaches whoever holds the conversation.</summary>
internal static class MessageStep
{
    public static ConversationState Run(Turn turn, ChannelAccountId account, MessageReceived message)
    {
        var address = new ChannelAddress { Account = account, SenderId = message.Sender };
        var atom = RecognitionStep.Run(turn, address, message.Evidence, message.OccurredAt);
        var conversation = CallStep.Of(turn, account, message, ConversationStep.Find(turn, atom, message.Locale, Threaded(turn, account, message, atom)));
        var repeats = conversation.RepeatContacts;
        conversation = ConversationStep.Leg(turn, conversation, address, atom, message.OccurredAt);
        if (conversation.RepeatContacts > repeats && !message.IsAutomatic)
        {
            PriorityStep.Ask(turn, conversation, WorkCause.FollowedUp);
            conversation = turn.Current(conversation);
        }

        foreach (var content in message.Content)
        {
            conversation = Say(turn, conversation, account, atom, message, content);
        }

        if (message.ProviderMessageId is { } id && turn.Rules.Capabilities(account).Threads)
        {
            ProviderIds.Remember(turn, account, id, conversation.Id, default);
        }

        return message.IsAutomatic ? conversation : WorkSteps.Attend(turn, conversation, message.Content is [.., var last] ? last : null);
    }

    private static ConversationState Say(
        Turn turn, ConversationState conversation, ChannelAccountId account, long atom, MessageReceived message, MessageContent said)
    {
        var content = conversation.Question is { Options.IsEmpty: false } question ? AnswerMatcher.Match(said, question.Options) : said;
        var entry = new EntryAdded
        {
            Conversation = default,
            Sequence = 0,
            Time = message.OccurredAt,
            Kind = EntryKind.Message,
            Author = ParticipantKind.Customer,
            Channel = account,
            Atom = atom,
            Detail = message.IsAutomatic ? EntryFold.Automatic : "",
        };
        var values = new Payload { Contents = [content], Thread = Thread(conversation, message), ReplyHandle = message.ReplyHandle, ProviderMessageId = message.ProviderMessageId };
        turn.Entry(conversation, entry, values);
        conversation = turn.Current(conversation);
        if (message.IsAutomatic)
        {
            return conversation;
        }

        if (VerificationStep.TryTake(turn, conversation, content))
        {
            return turn.Current(conversation);
        }

        if (conversation.Question is not null)
        {
            turn.Emit(new QuestionChanged { Conversation = conversation.Id });
        }
        else if (conversation is { Bot: null, Verification: not null })
        {
            turn.Emit(new NeedChanged { Conversation = conversation.Id }, values);
        }

        if (conversation.Bot is not null)
        {
            BotStep.Cue(turn, turn.Current(conversation), new() { Trigger = BotTrigger.Message, Message = content });
        }

        return turn.Current(conversation);
    }

    /// <summary>The conversation that the message answers by its references, if it is the same customer's: knowing an id lets nobody in.</summary>
    private static ConversationState? Threaded(Turn turn, ChannelAccountId account, MessageReceived message, long atom) =>
        message.ReplyTo.Count == 0 ? null : ChannelInput.References(message).Reverse()
            .Select(id => ProviderIds.Find(turn.State, account, id))
            .Select(f => f is null ? null : turn.State.Conversation(f.Conversation))
            .FirstOrDefault(c => c is not null && turn.State.Identity.Resolve(c.Atom) == turn.State.Identity.Resolve(atom));

    private static MessageThread? Thread(ConversationState conversation, MessageReceived message)
    {
        if (message.Subject is null && message.ReplyTo.Count == 0)
        {
            return null;
        }

        var references = message.ReplyTo.Concat(message.ProviderMessageId is { } id ? [id] : []).Distinct().TakeLast(20).ToList();
        return new() { Subject = message.Subject ?? conversation.Thread?.Subject ?? "", InReplyTo = message.ProviderMessageId, References = references };
    }
}
