using System.Text.Json;

namespace OmniChannel.Hosting;

/// <summary>
/// Puts together what may be shown of a customer. Only what is tied by observation or proof shows; a claim shows at most that somebody known
/// may be behind it.
/// </summary>
internal sealed class CustomerViews(EngineHost host)
{
    public async Task<CustomerView> BuildAsync(ConversationState conversation, Locale locale, CancellationToken cancellationToken)
    {
        var customer = host.View.CustomerOf(conversation.Atom);
        var atoms = await host.Profiles.AtomsAsync(customer, cancellationToken).ConfigureAwait(false);
        var profiles = await host.Profiles.ProfilesAsync(customer, cancellationToken).ConfigureAwait(false);
        var recognition = await RecognitionAsync(conversation, atoms, profiles, cancellationToken).ConfigureAwait(false);
        return View(customer, profiles, recognition, locale);
    }

    public async Task<CustomerView?> BuildAsync(CustomerId id, Locale locale, CancellationToken cancellationToken)
    {
        var customer = host.View.CustomerOf(id.Value);
        if (customer == 0)
        {
            return null;
        }

        var profiles = await host.Profiles.ProfilesAsync(customer, cancellationToken).ConfigureAwait(false);
        return View(customer, profiles, Explanation.Of(profiles.Any(p => p.Record is not null) ? "recognised.record" : "recognised.unknown"), locale);
    }

    private CustomerView View(long customer, IReadOnlyList<ProfileState> profiles, Explanation recognition, Locale locale)
    {
        var name = ProfileBuilder.Name(profiles, host.Rules.Profiles);
        return new()
        {
            Id = new(customer),
            Name = name?.Winner.Value,
            NameKana = name?.Winner.Person?.DisplayKana(),
            NameSource = name?.ToView(),
            Recognition = recognition.Code,
            RecognitionText = recognition.ToText(locale),
            Values = [.. ProfileBuilder.Identifiers(profiles).Concat(ProfileBuilder.Traits(profiles, host.Rules.Profiles)).Select(t => t.ToView())],
        };
    }

    /// <summary>By what the person on the current leg is known, and how surely.</summary>
    private async Task<Explanation> RecognitionAsync(
        ConversationState conversation, IReadOnlyList<AtomState> atoms, IReadOnlyList<ProfileState> profiles, CancellationToken cancellationToken)
    {
        var leg = conversation.InboundLeg >= 0 && conversation.Call is null ? conversation.Legs[conversation.InboundLeg] : conversation.CurrentLeg;
        var own = atoms.FirstOrDefault(a => a.Id == leg?.Atom)?.Evidence ?? [];
        var records = profiles.Where(p => p.Record is not null).ToList();
        if (records.Count > 0)
        {
            var known = atoms.Where(a => records.Exists(p => p.Atom == a.Id)).SelectMany(a => a.Evidence.Select(e => e.Key)).ToHashSet();
            var tie = own.Where(e => known.Contains(e.Key)).OrderByDescending(e => e.Assurance).ThenBy(e => e.At).FirstOrDefault();
            var source = records[0].Source;
            return tie is null
                ? Explanation.Of("recognised.record", ("source", source))
                : Explanation.Of(
                    tie.Assurance == Assurance.Verified ? "recognised.verified" : "recognised.observed",
                    ("type", tie.Type.Name),
                    ("by", tie.Source),
                    ("source", source));
        }

        return await ClaimedAsync(own, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Explanation> ClaimedAsync(ImmutableArray<EvidenceState> own, CancellationToken cancellationToken)
    {
        var claims = own.Where(e => e.Assurance == Assurance.Claimed).ToList();
        if (claims.Count == 0)
        {
            return Explanation.Of("recognised.unknown");
        }

        var keys = claims.Select(c => new RowKey(StateTable.Identifiers, c.Key.High)).ToList();
        var rows = await host.Reads.ReadRowsAsync(host.Rules.Workspace, keys, cancellationToken).ConfigureAwait(false);
        var known = rows.Any(r => JsonSerializer.Deserialize(r.Value.Span, IdentityJson.Default.IdentifierState) is { Atoms.IsEmpty: false });
        return Explanation.Of(known ? "recognised.possible" : "recognised.claimed", ("type", claims[^1].Type.Name));
    }
}
