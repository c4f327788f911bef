using OmniChannel.AspNetCore.Channels;

namespace OmniChannel.AspNetCore.Tests;

public sealed class WebhookLimitTests
{
    [Fact]
    public void Bodies_HaveRoomUpToTheLimitOfAllAccounts()
    {
        var limit = new WebhookLimit(10, 1000);
        Assert.True(limit.TryReserve(600));
        Assert.True(limit.TryReserve(400));
        Assert.False(limit.TryReserve(1));

        limit.Release(400);
        Assert.False(limit.TryReserve(401));
        Assert.True(limit.TryReserve(400));
    }

    [Fact]
    public void OneBodyAlone_AlwaysHasRoom()
    {
        var limit = new WebhookLimit(10, 1000);
        Assert.True(limit.TryReserve(5000));
        Assert.False(limit.TryReserve(1));
        limit.Release(5000);
        Assert.True(limit.TryReserve(1));
    }

    [Fact]
    public void Requests_AreCountedByAccount()
    {
        var limit = new WebhookLimit(1, 1000);
        var (a, b) = (new RequestCount(), new RequestCount());
        Assert.True(limit.TryEnter(a));
        Assert.False(limit.TryEnter(a));
        Assert.True(limit.TryEnter(b));
        a.Leave();
        Assert.True(limit.TryEnter(a));
    }
}
