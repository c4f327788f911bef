namespace OmniChannel.Engagement.Inputs;

/// <summary>
/// Atoms of a customer went elsewhere and others stayed: what was joined while they were one may have to part. An input of its own, since only
/// now is it known whose conversations are needed.
/// </summary>
internal sealed record RegroupInput : EngineInput
{
    /// <summary>The customers that atoms left or came to.</summary>
    public required IReadOnlyCollection<long> Customers { get; init; }

    public override string Kind => "regroup";
}
