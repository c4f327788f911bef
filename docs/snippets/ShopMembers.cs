using OmniChannel.Customers;
using OmniChannel.Identity;

namespace Snippets;

// snippet: customer-source
internal sealed class ShopMembers : ICustomerSource
{
    public string Name => "shop-members";

    public Task<CustomerRecord?> FindAsync(Identifier identifier, CancellationToken cancellationToken) =>
        Task.FromResult(identifier.Value != "mika@mail.example" ? null : new CustomerRecord
        {
            ExternalId = "member-7",
            Name = new() { Family = "佐藤", Given = "美香", FamilyKana = "サトウ", GivenKana = "ミカ" },
            Identifiers = [Identifier.Email("mika@mail.example"), Identifier.Phone("090-1234-5678")],
            Traits = new Dictionary<string, string> { ["tier"] = "gold" },
        });
}
// end
