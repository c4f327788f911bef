namespace OmniChannel.Webhooks;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Duplicates_DeliverEveryWebhookTwiceWithTheSameKey()
    {
        await using var shop = await Shop.StartAsync(o => o.Pace.ShuffleWindow = TimeSpan.FromMilliseconds(20));
        await shop.Emulator.SetSwitchesAsync(new() { Duplicates = true });
        await shop.Emulator.SendSmsAsync(Shop.Customer, "Hello");
        await shop.SendAsync("Good morning");
        await shop.Emulator.WhenQuietAsync().WaitAsync(TestTimeouts.Default);
        var keys = shop.Events.GroupBy(e => e.DedupeKey).Select(g => g.Count()).ToList();
        Assert.Equal([2, 2, 2, 2], keys);
    }

    [Fact]
    public async Task BrokenConnection_IsTriedOnceMore()
    {
        await using var shop = await Shop.StartAsync();
        shop.Status = _ => shop.Requests.Count == 0 ? 0 : 200;
        await shop.Emulator.SendSmsAsync(Shop.Customer, "Hello");
        Assert.Equal(2, shop.Requests.Count);
        Assert.Equal((2, 200), (shop.Emulator.Snapshot.Webhooks[^1].Attempts, shop.Emulator.Snapshot.Webhooks[^1].Status));
    }

    [Fact]
    public async Task ServerError_IsNotTriedAgainUnlessTheAddressSaysSo()
    {
        await using var plain = await Shop.StartAsync();
        plain.Status = _ => 503;
        await plain.Emulator.SendSmsAsync(Shop.Customer, "Hello");
        Assert.Single(plain.Requests);

        await using var overridden = await Shop.StartAsync(
            o => o.Accounts[0].Numbers[0].SmsWebhook = new("/omni/channels/sms/main#rc=3&rp=5xx", UriKind.Relative));
        overridden.Status = _ => overridden.Requests.Count < 2 ? 503 : 200;
        await overridden.Emulator.SendSmsAsync(Shop.Customer, "Hello");
        Assert.Equal(3, overridden.Requests.Count);
        Assert.All(overridden.Requests, r => Assert.True(r.Accepted));
    }
}
