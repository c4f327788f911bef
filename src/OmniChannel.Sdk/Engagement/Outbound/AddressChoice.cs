namespace OmniChannel.Engagement.Outbound;

/// <summary>
/// Chooses where a reply goes: the channel the customer last used, if they can be reached there; else another they used; else a proved phone
/// or e-mail of their record. A claim never gives an address.
/// </summary>
internal static class AddressChoice
{
    public static ReplyAddress? Choose(Turn turn, ConversationState conversation)
    {
        var last = conversation.InboundLeg >= 0 ? conversation.Legs[conversation.InboundLeg] : conversation.CurrentLeg;
        if (last is not null && Reachable(turn, conversation, last))
        {
            return new() { Address = last.Address, Why = Explanation.Of("reply.last-channel", ("channel", Name(last))) };
        }

        var why = Why(turn, last);
        var used = conversation.Legs.Reverse().FirstOrDefault(l => l != last && Reachable(turn, conversation, l));
        if (used is not null)
        {
            return new() { Address = used.Address, Why = Because(why, last, Name(used)) };
        }

        if (Proved(turn, conversation) is { } proved)
        {
            return new() { Address = proved, Why = Because(why, last, proved.Account.Channel.Value) };
        }

        return last is not null && turn.Rules.Capabilities(last.Account).Delivery == DeliveryMode.Stream
            ? new() { Address = last.Address, Why = Explanation.Of("reply.waits-for-return", ("channel", Name(last))) }
            : null;
    }

    /// <summary>Why there is no address: the customer's own word, or no channel at all.</summary>
    public static string WhyNone(Turn turn, ConversationState conversation) =>
        conversation.Legs.Any(l => IsWritable(turn, conversation, l)) ? "send.opted-out" : "reply.no-channel";

    private static bool Reachable(Turn turn, ConversationState conversation, LegState leg) => turn.Rules.Capabilities(leg.Account).Delivery switch
    {
        DeliveryMode.Stream => leg.IsPresent && IsOurs(turn, conversation, leg),
        _ => IsWritable(turn, conversation, leg) && turn.State.Identity.Atoms.Find(leg.Atom) is not { OptedOut: true },
    };

    /// <summary>True where text goes by a call of ours, whether or not the customer wants it.</summary>
    private static bool IsWritable(Turn turn, ConversationState conversation, LegState leg) =>
        turn.Rules.Capabilities(leg.Account) is { Delivery: DeliveryMode.Call, Text: not null } && IsOurs(turn, conversation, leg);

    /// <summary>False for another customer's leg, since a merge was undone.</summary>
    private static bool IsOurs(Turn turn, ConversationState conversation, LegState leg) =>
        turn.State.Identity.Resolve(leg.Atom) == turn.State.Identity.Resolve(conversation.Atom);

    /// <summary>An address made of a record's phone or e-mail, where an account can write to it: messages before letters.</summary>
    private static ChannelAddress? Proved(Turn turn, ConversationState conversation)
    {
        var accounts = turn.Rules.Channels
            .Where(c => c.Value is { Delivery: DeliveryMode.Call, ReachableBy.Count: > 0, Text: not null })
            .OrderBy(c => c.Value.Medium).ThenBy(c => c.Key.ToString(), StringComparer.Ordinal);
        var identifiers = turn.State.Identity.AtomsOf(turn.State.Identity.Resolve(conversation.Atom))
            .Select(turn.State.Profiles.Find)
            .SelectMany(p => p?.Record?.Identifiers ?? [])
            .ToList();
        foreach (var (account, capabilities) in accounts)
        {
            foreach (var identifier in identifiers.Where(i => capabilities.ReachableBy.Contains(i.Type)))
            {
                if (turn.State.Identity.AddressOf(identifier) is { } sender)
                {
                    var address = new ChannelAddress { Account = account, SenderId = sender };
                    if (!OptedOut(turn, address))
                    {
                        return address;
                    }
                }
            }
        }

        return null;
    }

    private static bool OptedOut(Turn turn, ChannelAddress address) =>
        turn.State.Identity.Atoms.Find(turn.State.AtomOf(address)) is { OptedOut: true };

    private static string Why(Turn turn, LegState? last)
    {
        if (last is null)
        {
            return "reply.first";
        }

        if (!turn.Rules.Channels.ContainsKey(last.Account))
        {
            return "reply.account-gone";
        }

        return turn.Rules.Capabilities(last.Account).Delivery switch
        {
            DeliveryMode.Stream => "reply.visitor-left",
            DeliveryMode.Response => "reply.call-over",
            _ => "reply.opted-out",
        };
    }

    private static Explanation Because(string code, LegState? last, string to) =>
        Explanation.Of(code, ("from", last is null ? "-" : Name(last)), ("to", to));

    private static string Name(LegState leg) => leg.Account.Channel.Value;
}
