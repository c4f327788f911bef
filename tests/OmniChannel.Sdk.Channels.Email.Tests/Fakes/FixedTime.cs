namespace OmniChannel.Channels.Email.Tests.Fakes;

internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
