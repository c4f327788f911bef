namespace OmniChannel.OmniRetail;

/// <summary>One shop for the tests of a class.</summary>
public sealed class ShopFixture : IAsyncLifetime
{
    internal Shop Shop { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Shop = await Shop.StartAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
