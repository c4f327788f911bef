using OmniChannel.Engagement.Inputs;

namespace OmniChannel.Engagement.Engine;

/// <summary>What must hold after every input, whatever came before.</summary>
internal static class Invariants
{
    public static void Check(EngineRig rig, EngineInput input, InputOutcome outcome)
    {
        var state = rig.State;
        var live = state.Routing.Items.Values.Where(i => i.Status != WorkStatus.Done).ToList();
        foreach (var twice in live.GroupBy(i => i.Conversation).Where(g => g.Count() > 1))
        {
            Assert.Fail($"{twice.Key} has {twice.Count()} work items after {input.GetType().Name}");
        }

        foreach (var item in live)
        {
            var conversation = state.Conversations.Get(item.Conversation.Value);
            Assert.True(conversation.JoinedInto.IsEmpty, $"a joined conversation has work after {input.GetType().Name}");
            Assert.True(conversation.IsOpen, $"a closed conversation has work after {input.GetType().Name}");
            Assert.True(conversation.Bot is null, $"a bot and a queue have the same conversation after {input.GetType().Name}");
        }

        foreach (var agent in state.Routing.Agents.Values)
        {
            var load = live.Where(i => i.Carriers().Contains(agent.Profile.Id)).Sum(i => i.Weight);
            Assert.Equal(load, state.Routing.LoadOf(agent.Profile.Id, rig.Now));
        }

        foreach (var line in state.Messages.Values.Where(m => m.State == DeliveryState.Sending).GroupBy(m => m.Recipient))
        {
            Assert.True(line.Count() == 1, $"{line.Count()} calls to one recipient are under way after {input.GetType().Name}");
        }

        // A typed code merges at once and joins when the look-up behind it is over.
        if (!outcome.IsDuplicate && input is ChannelInput { Event: MessageReceived { Content: [TextContent { Text: not "123456" }] } message } taken)
        {
            var key = state.Identity.KeyOf(Identifier.Address(new() { Account = taken.Account, SenderId = message.Sender }))!.Value;
            var customer = state.Identity.Resolve(state.Identity.AtomOf(key));
            var open = state.Conversations.Values.Where(c => c.IsOpen && c.JoinedInto.IsEmpty && state.Identity.Resolve(c.Atom) == customer).ToList();
            Assert.True(open.Count <= 1 || open.TrueForAll(c => c.Call is not null), $"a customer has {open.Count} open conversations after they wrote");
        }

        foreach (var conversation in state.Conversations.Values.Where(c => c.IsOpen && c.UnansweredSince is not null))
        {
            var attended = conversation.Bot is not null || live.Exists(i => i.Conversation == conversation.Id);
            Assert.True(attended, $"nobody has {conversation.Id}, whose customer waits, after {input.GetType().Name}");
        }
    }
}
