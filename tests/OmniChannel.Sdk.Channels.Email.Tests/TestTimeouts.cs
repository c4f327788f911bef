namespace OmniChannel.Channels.Email.Tests;

/// <summary>The one generous limit for waiting on a signal.</summary>
internal static class TestTimeouts
{
    public static TimeSpan Default { get; } = TimeSpan.FromSeconds(30);
}
