using System.Collections.Concurrent;
using System.Globalization;
using OmniChannel.Customers;
using OmniChannel.Identity;

namespace OmniRetail;

/// <summary>The shop's own member register: what an application would read from its database.</summary>
public sealed class ShopMembers(TimeProvider time) : ICustomerSource
{
    private readonly ConcurrentDictionary<string, CustomerRecord> _byValue = new(StringComparer.OrdinalIgnoreCase);
    private int _runs;

    /// <inheritdoc/>
    public string Name => "shop-members";

    /// <summary>Each run of the story has a member of its own, so that every run begins with a stranger.</summary>
    public Member Enrol()
    {
        var number = Interlocked.Increment(ref _runs).ToString("0000", CultureInfo.InvariantCulture);
        var member = new Member { Number = "M-" + number, Email = $"misaki{number}@example.jp", Phone = "+8190" + "5550" + number };
        var record = new CustomerRecord
        {
            ExternalId = member.Number,
            Name = new() { Family = "高橋", Given = "美咲", FamilyKana = "タカハシ", GivenKana = "ミサキ" },
            Identifiers = [Identifier.Email(member.Email), Identifier.Phone(member.Phone), Identifier.LoyaltyId(member.Number)],
            Traits = new Dictionary<string, string> { ["tier"] = "Gold", ["shoe-size"] = "24.5 cm", ["last-order"] = "OR-1042 · Aero Trail 3" },
            ChangedAt = time.GetUtcNow().AddDays(-12),
        };
        foreach (var identifier in record.Identifiers)
        {
            _byValue[identifier.Value] = record;
        }

        return member with { Record = record };
    }

    /// <inheritdoc/>
    public Task<CustomerRecord?> FindAsync(Identifier identifier, CancellationToken cancellationToken) =>
        Task.FromResult(_byValue.GetValueOrDefault(identifier.Value));
}
