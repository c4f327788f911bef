using System.Runtime.CompilerServices;

namespace OmniChannel.Hosting;

/// <summary>Customers: reads, imports and verdicts.</summary>
internal sealed class CustomerFacade(EngineHost host, CustomerViews views, ConversationFacade conversations) : ICustomers
{
    private readonly IdentifierNormalizer _normalizer = new(host.Rules.Region, host.Rules.IdentifierTypes);

    public ICustomerIdentity Identity { get; } = new CustomerIdentityFacade(host);

    public IMatchReviews Reviews => field ??= new MatchReviews(host, Identity);

    public async Task<CustomerId?> FindAsync(Identifier identifier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_normalizer.KeyOf(identifier, host.Hasher) is not { } key)
        {
            return null;
        }

        var rows = await host.Reads.ReadRowsAsync(host.Rules.Workspace, [new(StateTable.Identifiers, key.High)], cancellationToken).ConfigureAwait(false);
        var found = rows is [var row] ? System.Text.Json.JsonSerializer.Deserialize(row.Value.Span, IdentityJson.Default.IdentifierState) : null;
        return found?.Key == key && found.Atoms.Select(host.View.CustomerOf).Distinct().ToList() is [var only] ? new CustomerId(only) : null;
    }

    public async Task<CustomerView?> GetAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await views.BuildAsync(customer, host.Rules.Locale, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<TimelineEntry> TimelineAsync(CustomerId customer, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var own = new List<ConversationState>();
        foreach (var atom in await host.Profiles.AtomsAsync(host.View.CustomerOf(customer.Value), cancellationToken).ConfigureAwait(false))
        {
            var rows = await host.Reads.ReadByParentAsync(host.Rules.Workspace, StateTable.Conversations, atom.Id, cancellationToken).ConfigureAwait(false);
            own.AddRange(rows.Select(r => System.Text.Json.JsonSerializer.Deserialize(r.Value.Span, StateJson.Default.ConversationState)!));
        }

        foreach (var entry in await conversations.SortedAsync(own, cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    public Task<Decision> ImportAsync(string source, CustomerRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentException.ThrowIfNullOrWhiteSpace(record.ExternalId, nameof(record));
        return host.CommandAsync(new ImportCommand { Source = source, Record = record }, cancellationToken);
    }

    public Task<Decision> ForgetRecordAsync(string source, string externalId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(externalId);
        return host.CommandAsync(new ForgetRecordCommand { Source = source, ExternalId = externalId }, cancellationToken);
    }

    public Task<Decision> ObserveAsync(string source, CustomerId customer, IReadOnlyList<Trait> traits, CancellationToken cancellationToken = default) =>
        TraitsAsync(source, customer, traits, isTakenBack: false, cancellationToken);

    public Task<Decision> TakeBackAsync(string source, CustomerId customer, IReadOnlyList<Trait> traits, CancellationToken cancellationToken = default) =>
        TraitsAsync(source, customer, traits, isTakenBack: true, cancellationToken);

    public Task<Decision> RegisterDeviceAsync(CustomerId customer, CustomerDevice device, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentException.ThrowIfNullOrWhiteSpace(device.Id, nameof(device));
        return host.CommandAsync(new DeviceCommand { Customer = customer, Device = device }, cancellationToken);
    }

    public Task<Decision> RemoveDeviceAsync(CustomerId customer, string deviceId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deviceId);
        return host.CommandAsync(new DeviceCommand { Customer = customer, Device = new() { Id = deviceId }, IsGone = true }, cancellationToken);
    }

    public async Task<IReadOnlyList<CustomerDevice>> DevicesAsync(CustomerId customer, CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        return DeviceSet.Of(await host.Profiles.ProfilesAsync(host.View.CustomerOf(customer.Value), cancellationToken).ConfigureAwait(false));
    }

    public Task<Decision> KeepApartAsync(CustomerId first, CustomerId second, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new VerdictCommand { First = first, Second = second, Verdict = VerdictKind.Apart }, cancellationToken);

    private Task<Decision> TraitsAsync(string source, CustomerId customer, IReadOnlyList<Trait> traits, bool isTakenBack, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(traits);
        if (traits.Any(t => string.IsNullOrWhiteSpace(t.Name) || t.Value is null))
        {
            throw new ArgumentException("A trait has no name, or no value.", nameof(traits));
        }

        return traits.Any(t => t.Confidence is < 0 or > 1 or double.NaN)
            ? throw new ArgumentOutOfRangeException(nameof(traits), "A confidence is from 0 to 1.")
            : host.CommandAsync(new TraitCommand { Source = source, Customer = customer, Traits = [.. traits], IsTakenBack = isTakenBack }, cancellationToken);
    }
}
