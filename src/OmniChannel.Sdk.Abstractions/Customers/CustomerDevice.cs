namespace OmniChannel.Customers;

/// <summary>A device of a customer: a phone with the shop's app, a browser that takes push messages.</summary>
public sealed record CustomerDevice
{
    /// <summary>The id of the installation or browser, the application's own.</summary>
    public required string Id { get; init; }

    /// <summary>Where push messages go; null keeps the one that is known.</summary>
    public string? PushToken { get; init; }

    /// <summary>What it is, such as <c>ios</c>; null keeps what is known.</summary>
    public string? Platform { get; init; }

    /// <summary>When it was last seen; null for now.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Nothing of the device: ids and tokens are personal and stay out of logs.</summary>
    public override string ToString() => nameof(CustomerDevice);
}
