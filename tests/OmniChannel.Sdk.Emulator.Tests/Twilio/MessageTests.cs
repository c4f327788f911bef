namespace OmniChannel.Twilio;

public sealed class MessageTests
{
    [Fact]
    public async Task Sms_FromAPhone_IsASignedMessageToTheAdapter()
    {
        await using var shop = await Shop.StartAsync();
        var sid = await shop.Emulator.SendSmsAsync("+81 90-1234-5678", "サイズは 26.5？ & more");
        var request = Assert.Single(shop.Requests);
        var message = Assert.IsType<MessageReceived>(Assert.Single(request.Events));
        Assert.Equal((sid, Shop.Customer), (message.ProviderMessageId, message.Sender));
        Assert.Equal("サイズは 26.5？ & more", Assert.IsType<TextContent>(Assert.Single(message.Content)).Text);
        Assert.Equal((Shop.Number, "0", "received"), (request.Field("To"), request.Field("NumMedia"), request.Field("SmsStatus")));
        Assert.Equal("received", Assert.Single(shop.Emulator.Snapshot.Messages).Status);
    }

    [Fact]
    public async Task Sms_WithAnotherToken_IsRefusedAndShownAsFailed()
    {
        await using var shop = await Shop.StartAsync(o => o.Accounts[0].AuthToken = "wrong");
        await shop.Emulator.SendSmsAsync(Shop.Customer, "Hello");
        Assert.False(Assert.Single(shop.Requests).Accepted);
        Assert.Equal("failed", Assert.Single(shop.Emulator.Snapshot.Messages).Status);
        Assert.Equal(403, Assert.Single(shop.Emulator.Snapshot.Webhooks).Status);
    }

    [Fact]
    public async Task Send_ByTheAdapter_ReachesThePhoneAndIsReportedInOrder()
    {
        await using var shop = await Shop.StartAsync();
        var result = await shop.SendAsync("Your order is on its way.");
        var sms = await shop.Emulator.WaitForSmsAsync(Shop.Customer).WaitAsync(TestTimeouts.Default);
        await shop.Emulator.WhenQuietAsync().WaitAsync(TestTimeouts.Default);
        Assert.Equal(sms.Sid, Assert.Single(result.ProviderMessageIds));
        Assert.Equal("Your order is on its way.", sms.Text);
        var receipts = shop.Events.Cast<DeliveryReceiptReceived>().ToList();
        Assert.Equal([ReceiptKind.Accepted, ReceiptKind.Sent, ReceiptKind.Delivered], receipts.Select(r => r.Receipt));
        Assert.All(receipts, r => Assert.Equal((sms.Sid, Shop.Customer), (r.ProviderMessageId, r.Sender)));
        Assert.Equal("delivered", Assert.Single(shop.Emulator.ReceivedSms(Shop.Customer)).Status);
    }

    [Fact]
    public async Task Send_WithAWrongToken_IsACredentialsError()
    {
        await using var shop = await Shop.StartAsync();
        var account = shop.Sms;
        account.Options.AuthTokens = ["other"];
        var result = await new TwilioSmsChannel(shop.Http).SendAsync(shop.Text("Hello"), account, CancellationToken.None);
        Assert.Equal((SendErrorKind.Credentials, "20003"), (result.Error!.Kind, result.Error.Code));
        Assert.Empty(shop.Emulator.Snapshot.Messages);
    }

    [Theory]
    [InlineData("+81399999999", Shop.Customer, "Hello", "21606")]
    [InlineData(Shop.Number, "12", "Hello", "21211")]
    public async Task Send_WithBadNumbers_IsRefusedAsTwilioDoes(string from, string to, string text, string code)
    {
        await using var shop = await Shop.StartAsync();
        var account = shop.Sms;
        account.Options.From = from;
        var result = await new TwilioSmsChannel(shop.Http).SendAsync(shop.Text(text, to), account, CancellationToken.None);
        Assert.Equal((SendErrorKind.Permanent, code), (result.Error!.Kind, result.Error.Code));
    }

    [Fact]
    public async Task Send_AfterStop_IsRefusedUntilStart()
    {
        await using var shop = await Shop.StartAsync();
        await shop.Emulator.SendSmsAsync(Shop.Customer, "stop");
        Assert.Equal(SendErrorKind.OptedOut, (await shop.SendAsync("An offer")).Error!.Kind);
        await shop.Emulator.SendSmsAsync(Shop.Customer, "START");
        Assert.True((await shop.SendAsync("Welcome back")).IsSent);
    }
}
