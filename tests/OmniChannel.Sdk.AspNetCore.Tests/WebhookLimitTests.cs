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
        Assert.True(limit.TryEnter(new(new("sms"), "a")));
        Assert.False(limit.TryEnter(new(new("sms"), "a")));
        Assert.True(limit.TryEnter(new(new("sms"), "b")));
        limit.Leave(new(new("sms"), "a"));
        Assert.True(limit.TryEnter(new(new("sms"), "a")));
    }
}
