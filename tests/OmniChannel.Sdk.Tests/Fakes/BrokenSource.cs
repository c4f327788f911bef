namespace OmniChannel.Fakes;

/// <summary>A customer source that never answers well.</summary>
internal sealed class BrokenSource : ICustomerSource
{
    public string Name => "broken";

    public Task<CustomerRecord?> FindAsync(Identifier identifier, CancellationToken cancellationToken) => throw new HttpRequestException("down");
}
