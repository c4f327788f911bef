namespace OmniChannel.Fakes;

/// <summary>A shop's member list.</summary>
internal sealed class TestSource : ICustomerSource
{
    public static CustomerRecord Hanako { get; } = new()
    {
        ExternalId = "m-1",
        Name = new() { Family = "山田", Given = "花子", FamilyKana = "ヤマダ", GivenKana = "ハナコ" },
        Identifiers = [Identifier.Email("hanako@example.com"), Identifier.Phone("+819011112222")],
        Traits = new Dictionary<string, string> { ["tier"] = "gold" },
        ChangedAt = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public string Name => "shop";

    public Task<CustomerRecord?> FindAsync(Identifier identifier, CancellationToken cancellationToken) =>
        Task.FromResult(Hanako.Identifiers.Any(i => i.Type == identifier.Type && i.Value == identifier.Value) ? Hanako : null);
}
