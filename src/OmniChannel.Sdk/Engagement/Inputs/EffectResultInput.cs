namespace OmniChannel.Engagement.Inputs;

/// <summary>An effect is over.</summary>
internal sealed record EffectResultInput : EngineInput
{
    public required EffectId Effect { get; init; }

    public required int Attempt { get; init; }

    /// <summary>Null when it went well; else why not, without personal values.</summary>
    public string? Failure { get; init; }

    public BotReply? BotReply { get; init; }

    public IReadOnlyList<FoundRecord> Records { get; init; } = [];

    /// <summary>What the matcher found.</summary>
    public IReadOnlyList<FoundMatch> Matches { get; init; } = [];

    /// <summary>Keyed hash of the code sent.</summary>
    public string? CodeHash { get; init; }

    /// <summary>What the provider calls the messages that carried the code.</summary>
    public IReadOnlyList<string> ProviderMessageIds { get; init; } = [];

    public override string Kind => "effect-result";

    public override IEnumerable<RowKey> Requires(WorkspaceState state) =>
        state.Effects.Find(Effect.Value) is { Conversation.IsEmpty: false } effect
            ? RequiredRows.Reply(state, effect.Conversation)
            : [.. Records.SelectMany(r => RequiredRows.Record(state, r.Source, r.Record.ExternalId)), .. Matched(state)];

    private IEnumerable<RowKey> Matched(WorkspaceState state) => state.Effects.Find(Effect.Value) is { Kind: EffectKind.Matching } effect
        ? Matches.Select(m => m.Other).Append(effect.Atom).Select(a => new RowKey(StateTable.Profiles, a))
        : [];
}
