namespace OmniChannel.AspNetCore.Channels;

/// <summary>How many requests of one account are under way.</summary>
internal sealed class RequestCount
{
    private int _underWay;

    public bool TryEnter(int max)
    {
        if (Interlocked.Increment(ref _underWay) <= max)
        {
            return true;
        }

        Interlocked.Decrement(ref _underWay);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _underWay);
}
