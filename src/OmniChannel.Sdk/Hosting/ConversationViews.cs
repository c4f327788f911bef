using System.Globalization;

namespace OmniChannel.Hosting;

/// <summary>Puts together what an agent sees of a conversation: state, profile and timeline, all committed.</summary>
internal sealed class ConversationViews(EngineHost host, TimelineReader timelines, CustomerViews customers)
{
    private const int MaxEntries = 500;

    public async Task<ConversationView?> BuildAsync(ConversationId id, Locale locale, CancellationToken cancellationToken)
    {
        if (await host.Conversations.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } conversation)
        {
            return null;
        }

        var item = host.View.ItemOf(conversation.Id);
        var entries = await EntriesAsync(conversation, locale, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ValueView> collected = [.. conversation.Slots.Select(s => new ValueView { Name = s.Name, Value = s.Value, Source = s.Source, At = s.At })];
        return new()
        {
            Id = conversation.Id,
            IsOpen = conversation.IsOpen,
            Customer = await customers.BuildAsync(conversation, locale, cancellationToken).ConfigureAwait(false),
            Legs = [.. conversation.Legs.Select(Leg)],
            OpenQuestion = string.IsNullOrEmpty(conversation.Need) ? null : conversation.Need,
            Collected = collected,
            HandOff = HandOffPackets.Build(conversation, item, entries, collected, a => host.View.Agent(a)?.Profile.DisplayName ?? a.Value),
            AskedTwice = conversation.AskedTwice,
            RepeatContacts = conversation.RepeatContacts,
            Entries = entries,
            Call = conversation.Call?.Phase.ToString().ToLowerInvariant(),
            UnansweredSince = conversation.UnansweredSince,
            Work = item?.Status,
            Queue = item?.Queue.Value,
            Owner = item is { Status: WorkStatus.Assigned } ? item.Agent.Value : conversation.Bot?.Name.Value,
            Epoch = item?.Epoch ?? 0,
            Why = item?.Reason?.ToText(locale),
        };
    }

    private LegView Leg(LegState leg)
    {
        var capabilities = host.Rules.Capabilities(leg.Account);
        return new()
        {
            Channel = leg.Account.Channel.Value,
            DisplayName = capabilities.DisplayName,
            StartedAt = leg.StartedAt,
            IsPresent = leg.IsPresent && capabilities.Delivery == DeliveryMode.Stream,
        };
    }

    private async Task<IReadOnlyList<EntryView>> EntriesAsync(ConversationState conversation, Locale locale, CancellationToken cancellationToken)
    {
        var thread = await ConversationThread.OfAsync(host, conversation, cancellationToken).ConfigureAwait(false);
        var all = await timelines.ReadAsync(thread, cancellationToken).ConfigureAwait(false);
        var deliveries = all.Where(e => e is { Kind: EntryKind.Delivery, Message: not null }).ToLookup(e => e.Message!.Value);
        return
        [
            .. all.Where(e => e.Kind is not EntryKind.Delivery)
                .OrderBy(e => e.At).ThenBy(e => e.RecordedAt).ThenBy(e => e.Sequence)
                .TakeLast(MaxEntries)
                .Select(e => View(e, e.Message is { } m ? deliveries[m].OrderBy(d => d.RecordedAt).ThenBy(d => d.Conversation == e.Conversation ? 0 : 1).ThenBy(d => d.Sequence).LastOrDefault() : null, locale)),
        ];
    }

    private EntryView View(TimelineEntry entry, TimelineEntry? delivery, Locale locale)
    {
        var isSwitch = entry is { Kind: EntryKind.LegStarted, Detail.Length: > 0 };
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{entry.Conversation}:{entry.Sequence}"),
            At = entry.At,
            Kind = entry.Kind,
            Author = entry.Author,
            AuthorName = entry.AuthorId is { } author ? host.View.Agent(new(author))?.Profile.DisplayName ?? author : null,
            Channel = entry.Channel?.Channel.Value,
            ChannelName = entry.Channel is { } channel ? host.Rules.Channels.GetValueOrDefault(channel)?.DisplayName ?? channel.Channel.Value : null,
            FromChannel = isSwitch ? entry.Detail : null,
            Text = entry.Content?.Preview,
            Options = entry.Content is ChoiceContent choice ? [.. choice.Options.Select(o => o.Label)] : [],
            Reason = entry.Reason is { Arguments: var arguments } reason ? (reason with { Arguments = Names(arguments) }).ToText(locale) : null,
            Slot = entry.Slot,
            HandOff = HandOffEvent.Of(entry)?.Step,
            Detail = isSwitch ? "" : entry.Detail,
            Delivery = delivery?.Delivery ?? entry.Delivery,
            DeliveryReason = delivery?.Reason?.ToText(locale),
            Message = entry.Message,
            IsPrivate = entry.IsPrivate,
        };
    }

    /// <summary>Agent ids in a reason become the names that colleagues know.</summary>
    private Dictionary<string, string> Names(IReadOnlyDictionary<string, string> arguments) => arguments.ToDictionary(
        a => a.Key,
        a => a.Key is "agent" or "by" && a.Value.Length > 0 ? host.View.Agent(new(a.Value))?.Profile.DisplayName ?? a.Value : a.Value);
}
