namespace OmniChannel.Customers;

/// <summary>Devices by id: of what is said of one, the newest counts, and what it leaves out stays as it was. In the order of ids.</summary>
internal static class DeviceSet
{
    public static ImmutableArray<CustomerDevice>? With(ImmutableArray<CustomerDevice>? devices, CustomerDevice seen) => Merged([.. devices ?? [], seen]);

    public static ImmutableArray<CustomerDevice>? Without(ImmutableArray<CustomerDevice>? devices, string id) => Merged((devices ?? []).Where(d => d.Id != id));

    /// <summary>The devices of a customer's rows, the last seen first.</summary>
    public static IReadOnlyList<CustomerDevice> Of(IEnumerable<ProfileState> rows) =>
        [.. (Merged(rows.SelectMany(r => r.Devices ?? [])) ?? []).OrderByDescending(d => d.SeenAt).ThenBy(d => d.Id, StringComparer.Ordinal)];

    private static ImmutableArray<CustomerDevice>? Merged(IEnumerable<CustomerDevice> devices)
    {
        var merged = devices.GroupBy(d => d.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(One).ToImmutableArray();
        return merged.IsEmpty ? null : merged;
    }

    private static CustomerDevice One(IEnumerable<CustomerDevice> said)
    {
        var newest = said.OrderByDescending(d => d.SeenAt).ThenBy(d => d.PushToken, StringComparer.Ordinal).ThenBy(d => d.Platform, StringComparer.Ordinal).ToList();
        return newest[0] with { PushToken = newest.Select(d => d.PushToken).FirstOrDefault(t => t is not null), Platform = newest.Select(d => d.Platform).FirstOrDefault(p => p is not null) };
    }
}
