namespace OmniChannel.Testing.Channels;

/// <summary>A clock that stands.</summary>
internal sealed class StillTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
