namespace OmniChannel.Hosting;

/// <summary>Questions and decisions on who is one customer, answered by the writer.</summary>
internal sealed class CustomerIdentityFacade(EngineHost host) : ICustomerIdentity
{
    public Task<CustomerLink> ExplainAsync(CustomerId first, CustomerId second, CancellationToken cancellationToken = default) =>
        host.AskAsync(new ExplainLinkQuery { First = first, Second = second }, cancellationToken);

    public Task<CustomerLink> ExplainAsync(Identifier first, Identifier second, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return host.AskAsync(new ExplainLinkQuery { FirstIdentifier = first, SecondIdentifier = second }, cancellationToken);
    }

    public Task<IReadOnlyList<CustomerEvent>> HistoryAsync(CustomerId customer, CancellationToken cancellationToken = default) =>
        host.AskAsync(new CustomerHistoryQuery { Customer = customer }, cancellationToken);

    public Task<IReadOnlyList<CustomerTie>> RefusedAsync(CustomerId customer, CancellationToken cancellationToken = default) =>
        host.AskAsync(new RefusedTiesQuery { Customer = customer }, cancellationToken);

    public Task<IdentityChange> MergeAsync(CustomerId first, CustomerId second, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default) =>
        DecideAsync(new VerdictCommand { First = first, Second = second, Verdict = VerdictKind.Together }, options, cancellationToken);

    public Task<IdentityChange> KeepApartAsync(CustomerId first, CustomerId second, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default) =>
        DecideAsync(new VerdictCommand { First = first, Second = second, Verdict = VerdictKind.Apart }, options, cancellationToken);

    public Task<IdentityChange> UndoMergeAsync(CustomerId joined, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default) =>
        DecideAsync(new UndoMergeCommand { Joined = joined }, options, cancellationToken);

    public Task<IdentityChange> ReconsiderAsync(CustomerId first, CustomerId second, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default) =>
        DecideAsync(new VerdictCommand { First = first, Second = second, Verdict = VerdictKind.Reconsidered }, options, cancellationToken);

    public Task<IdentityChange> DetachAsync(CustomerId customer, Identifier identifier, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return DecideAsync(new DetachCommand { Customer = customer, Identifier = identifier }, options, cancellationToken);
    }

    public Task<IdentityChange> AllowLinkingAsync(Identifier identifier, bool allowed, IdentityChangeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return DecideAsync(new LinkingCommand { Identifier = identifier, Allowed = allowed }, options, cancellationToken);
    }

    private async Task<IdentityChange> DecideAsync(IdentityCommand command, IdentityChangeOptions? options, CancellationToken cancellationToken)
    {
        var asked = command with { By = options?.By, DryRun = options?.DryRun ?? false };
        var decision = await host.CommandAsync(asked, cancellationToken).ConfigureAwait(false);
        return new() { Accepted = decision.Accepted, Reason = decision.Reason, Moved = asked.Moved, IsDryRun = asked.DryRun };
    }
}
