namespace OmniChannel.Tests;

/// <summary>The one time-out of the tests: generous, since it only ever ends a test that is already broken.</summary>
internal static class TestTimeouts
{
    public static TimeSpan Default { get; } = TimeSpan.FromSeconds(60);
}
