using OmniChannel.Customers;
using OmniChannel.Identity;

namespace OmniChannel.EndToEnd.Story;

/// <summary>The shop's one member.</summary>
internal sealed class StoryMembers : ICustomerSource
{
    public const string Email = "misaki@example.jp";
    public const string Phone = "+819055501234";

    public static CustomerRecord Record { get; } = new()
    {
        ExternalId = "M-1",
        Name = new() { Family = "高橋", Given = "美咲", FamilyKana = "タカハシ", GivenKana = "ミサキ" },
        Identifiers = [Identifier.Email(Email), Identifier.Phone(Phone)],
        Traits = new Dictionary<string, string> { ["tier"] = "Gold" },
    };

    public string Name => "shop-members";

    public Task<CustomerRecord?> FindAsync(Identifier identifier, CancellationToken cancellationToken) =>
        Task.FromResult(identifier.Value is Email or Phone ? Record : null);
}
