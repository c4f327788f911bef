using System.Text;
using OmniChannel.Fakes;

namespace OmniChannel.Channels.Twilio;

public class TwilioSmsSendTests
{
    private const string Accepted = """{"sid":"SM00000000000000000000000000000009","status":"queued","error_code":null}""";

    [Fact]
    public async Task Send_Text_PostsTheFormOfTheMessagesResource()
    {
        var handler = ScriptedHandler.Answering(201, Accepted);
        var result = await SendAsync(handler, new TextContent("発送しました。"));

        Assert.Equal(["SM00000000000000000000000000000009"], result.ProviderMessageIds);
        Assert.Equal(HttpMethod.Post, handler.Request!.Method);
        Assert.Equal($"https://api.twilio.com/2010-04-01/Accounts/{Sample.AccountSid}/Messages.json", handler.Request.RequestUri!.AbsoluteUri);
        Assert.Equal("Basic", handler.Request.Headers.Authorization!.Scheme);
        Assert.Equal($"{Sample.AccountSid}:{Sample.Token}", Encoding.UTF8.GetString(Convert.FromBase64String(handler.Request.Headers.Authorization.Parameter!)));
        Assert.Equal(
            Sample.Fields(("To", Sample.Customer), ("From", Sample.Shop), ("StatusCallback", Sample.SmsUrl.AbsoluteUri), ("Body", "発送しました。")),
            handler.Form);
    }

    [Fact]
    public async Task Send_MessagingService_NamesItInsteadOfASender()
    {
        var handler = ScriptedHandler.Answering(201, Accepted);
        await new TwilioSmsChannel(handler.Client).SendAsync(
            Sample.Outbound(null, new TextContent("a")), Sample.Sms(o => (o.From, o.MessagingServiceSid) = (null, "MG1")), default);

        Assert.Equal("MG1", handler.Form["MessagingServiceSid"]);
        Assert.False(handler.Form.Contains("From"));
    }

    [Fact]
    public async Task Send_SeveralContents_JoinsTextsAndListsMedia()
    {
        var handler = ScriptedHandler.Answering(201, Accepted);
        await SendAsync(
            handler,
            new TextContent("one"),
            new MediaContent { Media = MediaKind.Image, Source = new("https://shop.example/a.jpg"), Caption = "two" },
            new MediaContent { Media = MediaKind.Image, Source = new("https://shop.example/b.jpg") });

        Assert.Equal("one\ntwo", handler.Form["Body"]);
        Assert.Equal(["https://shop.example/a.jpg", "https://shop.example/b.jpg"], handler.Form.All("MediaUrl"));
    }

    [Fact]
    public async Task Send_BaseUrlWithPath_KeepsThePath()
    {
        var handler = ScriptedHandler.Answering(201, Accepted);
        await new TwilioSmsChannel(handler.Client).SendAsync(
            Sample.Outbound(null, new TextContent("a")), Sample.Sms(o => o.BaseUrl = new("http://localhost:5000/omni/dev/twilio/")), default);

        Assert.Equal($"http://localhost:5000/omni/dev/twilio/2010-04-01/Accounts/{Sample.AccountSid}/Messages.json", handler.Request!.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task Send_ContentOfAnotherKind_IsRefusedWithoutACall()
    {
        var handler = ScriptedHandler.Answering(201, Accepted);
        var result = await SendAsync(handler, new LocationContent { Latitude = 1, Longitude = 2 });

        Assert.Equal(SendErrorKind.ContentRefused, result.Error!.Kind);
        Assert.Equal(0, handler.Calls);
    }

    [Fact]
    public async Task Send_Cancelled_ThrowsAndIsNotClassified()
    {
        using var source = new CancellationTokenSource();
        var handler = new ScriptedHandler(async token =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("never reached");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new TwilioSmsChannel(handler.Client).SendAsync(Sample.Outbound(null, new TextContent("a")), Sample.Sms(), source.Token));
    }

    [Fact]
    public void Describe_Account_StatesTheLimitsOfTheMessagesResource()
    {
        var capabilities = new TwilioSmsChannel(new HttpClient()).Describe(Sample.Sms(o => o.SendsPerSecond = 3));

        Assert.Equal(new TextLimit(1600, LimitUnit.Utf16Units), capabilities.Text);
        Assert.Equal([IdentifierType.Phone], capabilities.ReachableBy);
        Assert.Equal(TimeSpan.FromSeconds(15), capabilities.WebhookDeadline);
        Assert.Equal(3, capabilities.SendsPerSecond);
        Assert.Null(capabilities.Media);
        Assert.False(capabilities.AcceptsIdempotencyKey);
        Assert.Equal(DeliveryMode.Call, capabilities.Delivery);
    }

    [Fact]
    public void Describe_SenderOfMms_CarriesPictures()
    {
        var media = new TwilioSmsChannel(new HttpClient()).Describe(Sample.Sms(o => o.SendsMedia = true)).Media;

        Assert.Equal([MediaKind.Image], media!.Kinds);
    }

    private static Task<SendResult> SendAsync(ScriptedHandler handler, params MessageContent[] contents) =>
        new TwilioSmsChannel(handler.Client).SendAsync(Sample.Outbound(null, contents), Sample.Sms(), default);
}
