using System.Text.Json;

namespace OmniChannel.Engagement;

/// <summary>Profiles behind a conversation, from committed rows.</summary>
internal sealed class ProfileReader(IReadStore store, WorkspaceRules rules)
{
    /// <summary>What is known of a customer's atoms, the newest record first.</summary>
    public async Task<IReadOnlyList<ProfileState>> ProfilesAsync(long customer, CancellationToken cancellationToken)
    {
        var atoms = await store.ReadByParentAsync(rules.Workspace, StateTable.Atoms, customer, cancellationToken).ConfigureAwait(false);
        var keys = atoms.Select(a => new RowKey(StateTable.Profiles, a.Key.Key)).ToList();
        var rows = await store.ReadRowsAsync(rules.Workspace, keys, cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Select(r => JsonSerializer.Deserialize(r.Value.Span, StateJson.Default.ProfileState)!)
                .Where(p => p.Record is not null || p.Traits is not null || p.Devices is not null)
                .OrderByDescending(p => p.Record?.ChangedAt ?? p.At).ThenBy(p => p.Source, StringComparer.Ordinal).ThenBy(p => p.Atom),
        ];
    }

    /// <summary>The atoms of a customer with their evidence.</summary>
    public async Task<IReadOnlyList<AtomState>> AtomsAsync(long customer, CancellationToken cancellationToken)
    {
        var atoms = await store.ReadByParentAsync(rules.Workspace, StateTable.Atoms, customer, cancellationToken).ConfigureAwait(false);
        return [.. atoms.Select(a => JsonSerializer.Deserialize(a.Value.Span, IdentityJson.Default.AtomState)!).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id)];
    }

    /// <summary>The name of the customer, where a record is tied by more than a claim; null otherwise.</summary>
    public async Task<PersonName?> ProvedNameAsync(ConversationState conversation, CancellationToken cancellationToken)
    {
        var rows = await store.ReadRowsAsync(rules.Workspace, [new(StateTable.Atoms, conversation.Atom)], cancellationToken).ConfigureAwait(false);
        if (rows is not [var row])
        {
            return null;
        }

        var customer = JsonSerializer.Deserialize(row.Value.Span, IdentityJson.Default.AtomState)!.Customer;
        return ProfileBuilder.Name(await ProfilesAsync(customer, cancellationToken).ConfigureAwait(false), rules.Profiles)?.Winner.Person;
    }
}
