namespace OmniChannel.Engagement.Effects;

/// <summary>Waits between attempts: doubling from one second to five minutes, with jitter drawn from the id so that a replay waits the same.</summary>
internal static class Backoff
{
    public static TimeSpan After(int attempt, long id)
    {
        var seconds = Math.Min(300d, Math.Pow(2, Math.Max(0, attempt - 1)));
        var share = (ulong)IdMixer.Mix(id, attempt) / (double)ulong.MaxValue;
        return TimeSpan.FromSeconds(seconds * (0.75 + (0.5 * share)));
    }
}
