namespace OmniChannel.AspNetCore.Channels;

/// <summary>When to ask again whether an open stream may go on: once a minute.</summary>
internal sealed class Recheck(TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private long _last = time.GetTimestamp();

    public bool IsDue()
    {
        if (time.GetElapsedTime(_last) < Every)
        {
            return false;
        }

        _last = time.GetTimestamp();
        return true;
    }
}
