using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Engagement.Effects;

/// <summary>Asks a bot for one turn, in a scope of its own, within the time of its effect.</summary>
internal sealed class BotPump(IServiceScopeFactory scopes, CommittedView view, ConversationReader conversations, ProfileReader profiles, WorkspaceRules rules, TimeProvider time)
{
    public async Task<EngineInput> RunAsync(EffectState effect, CancellationToken cancellationToken)
    {
        var conversation = await conversations.FindAsync(effect.Conversation, cancellationToken).ConfigureAwait(false);
        if (conversation?.Bot is not { } bot || effect.Cue is not { } cue)
        {
            return new EffectResultInput { Effect = effect.Id, Attempt = effect.Attempt, Failure = "no-bot" };
        }

        using var timeout = new CancellationTokenSource(rules.BotTurnTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var name = await profiles.ProvedNameAsync(conversation, either.Token).ConfigureAwait(false);
        var turn = new BotTurn
        {
            Conversation = conversation.Id,
            Trigger = cue.Trigger,
            Message = cue.Message,
            Medium = conversation.CurrentLeg is { } leg ? rules.Capabilities(leg.Account).Medium : ChannelMedium.AsyncText,
            Locale = conversation.Locale,
            Slots = conversation.Slots.ToDictionary(s => s.Name, s => s.Value),
            CustomerName = name,
            OpenQuestion = string.IsNullOrEmpty(conversation.Need) ? null : conversation.Need,
            PeopleAvailable = Available(bot.ThenQueue.IsEmpty ? rules.DefaultQueue : bot.ThenQueue),
            HandedBy = bot.From ?? default,
            State = bot.Memory,
        };
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var instance = scope.ServiceProvider.GetRequiredKeyedService<IBot>(bot.Name.Value);
            var reply = await instance.OnTurnAsync(turn, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
            return new EffectResultInput { Effect = effect.Id, Attempt = effect.Attempt, BotReply = reply };
        }
    }

    private int Available(QueueName name)
    {
        var queue = rules.Queues.FirstOrDefault(q => q.Name == name);
        return queue is null || queue.Hours?.IsOpen(time.GetUtcNow()) == false
            ? 0
            : view.Agents.Count(a => a.IsThere && queue.Skills.All(s => a.Profile.Skills.Any(own => own.Skill == s.Skill && own.Level >= s.Level)));
    }
}
