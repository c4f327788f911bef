using System.Net.Http.Headers;
using OmniChannel.Channels.Email.Tests.Fakes;

namespace OmniChannel.Channels.Email.Tests.Outbound;

public class SendGridSendTests
{
    [Fact]
    public async Task Send_Accepted_PostsTheMailAndKeepsBothIds()
    {
        var handler = ScriptedHandler.Answering(202, "", ("X-Message-Id", "abc-D_e"));
        var result = await SendAsync(handler, Sample.Outbound(
            thread: new() { Subject = "Order", InReplyTo = "m1@x.example", References = ["a@x.example", "bad id>\r\nX: y"] }));
        var json = handler.Json;

        Assert.Equal(new Uri("https://api.sendgrid.com/v3/mail/send"), handler.Request!.RequestUri);
        Assert.Equal(new AuthenticationHeaderValue("Bearer", "SG.key"), handler.Request.Headers.Authorization);
        Assert.Equal(Sample.Customer, json.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal((Sample.Shop, "Shop help"), (json.GetProperty("from").GetProperty("email").GetString(), json.GetProperty("from").GetProperty("name").GetString()));
        Assert.Equal("Re: Order", json.GetProperty("subject").GetString());
        Assert.Equal(("text/plain", "It leaves today."), (json.GetProperty("content")[0].GetProperty("type").GetString(), json.GetProperty("content")[0].GetProperty("value").GetString()));
        var headers = json.GetProperty("headers");
        Assert.Equal(("<m1@x.example>", "<a@x.example> <m1@x.example>"), (headers.GetProperty("In-Reply-To").GetString(), headers.GetProperty("References").GetString()));
        Assert.Equal($"<{result.ProviderMessageIds[0]}>", headers.GetProperty("Message-ID").GetString());
        Assert.Equal(result.ProviderMessageIds[0], json.GetProperty("custom_args").GetProperty("omni_message_id").GetString());
        Assert.Equal("abc-D_e", result.ProviderMessageIds[1]);
    }

    [Theory]
    [InlineData(true, true, "auto-replied")]
    [InlineData(true, false, "auto-generated")]
    [InlineData(false, true, null)]
    public async Task Send_WhatNoPersonWrote_SaysSo(bool isAutomatic, bool answers, string? header)
    {
        var message = Sample.Outbound(thread: new() { Subject = "Order", InReplyTo = answers ? "m1@x.example" : null }) with { IsAutomatic = isAutomatic };
        var handler = ScriptedHandler.Answering(202, "", ("X-Message-Id", "abc-D_e"));
        await SendAsync(handler, message);
        var written = System.Text.Encoding.ASCII.GetString(Email.Mime.MimeWriter.Write(
            OmniChannel.Channels.Email.Outbound.MailComposer.Compose(message, Sample.Account(EmailGateway.Postmark), Sample.Customer)!));

        Assert.Equal(header, handler.Json.GetProperty("headers").TryGetProperty("Auto-Submitted", out var said) ? said.GetString() : null);
        Assert.Equal(header is not null, written.Contains($"\r\nAuto-Submitted: {header}\r\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400, "personalizations.0.to.0.email", SendErrorKind.Unreachable)]
    [InlineData(400, "content.0.value", SendErrorKind.ContentRefused)]
    [InlineData(400, "from.email", SendErrorKind.Permanent)]
    [InlineData(401, "", SendErrorKind.Credentials)]
    [InlineData(403, "from", SendErrorKind.Credentials)]
    [InlineData(404, "", SendErrorKind.Permanent)]
    [InlineData(413, "", SendErrorKind.ContentRefused)]
    [InlineData(429, "", SendErrorKind.Throttled)]
    [InlineData(500, "", SendErrorKind.Ambiguous)]
    [InlineData(503, "", SendErrorKind.Ambiguous)]
    public async Task Send_Refused_IsClassifiedWithoutTheMessage(int status, string field, SendErrorKind kind)
    {
        var json = $$"""{"errors":[{"message":"ann.secret@x.example is bad","field":"{{field}}","help":null}]}""";
        var result = await SendAsync(ScriptedHandler.Answering(status, json), Sample.Outbound());

        Assert.Equal(kind, result.Error!.Kind);
        Assert.DoesNotContain("ann", result.Error.Reason + result.Error.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"errors":[null]}""")]
    public async Task Send_RefusedWithAStrangeAnswer_IsPermanent(string body) =>
        Assert.Equal(SendErrorKind.Permanent, (await SendAsync(ScriptedHandler.Answering(400, body), Sample.Outbound())).Error!.Kind);

    [Fact]
    public async Task Send_TooMany_WaitsUntilTheReset()
    {
        var reset = (Sample.Now.ToUnixTimeSeconds() + 17).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var result = await SendAsync(ScriptedHandler.Answering(429, "", ("X-RateLimit-Reset", reset)), Sample.Outbound());

        Assert.Equal(TimeSpan.FromSeconds(17), result.Error!.RetryAfter);
    }

    [Fact]
    public async Task Send_NoAnswer_IsAmbiguousUnlessItNeverArrived()
    {
        var refused = await SendAsync(ScriptedHandler.Throwing(new HttpRequestException(HttpRequestError.ConnectionError)), Sample.Outbound());
        var broken = await SendAsync(ScriptedHandler.Throwing(new HttpRequestException(HttpRequestError.ResponseEnded)), Sample.Outbound());
        var late = await SendAsync(ScriptedHandler.Throwing(new TaskCanceledException()), Sample.Outbound());

        Assert.Equal(
            [SendErrorKind.Transient, SendErrorKind.Ambiguous, SendErrorKind.Ambiguous],
            new[] { refused, broken, late }.Select(r => r.Error!.Kind));
    }

    [Fact]
    public async Task Send_CancelledByTheCaller_Throws()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new EmailChannel(ScriptedHandler.Answering(202).Client).SendAsync(Sample.Outbound(), Account(), cancel.Token));
    }

    private static Task<SendResult> SendAsync(ScriptedHandler handler, OutboundMessage message) =>
        new EmailChannel(handler.Client).SendAsync(message, Account(), TestContext.Current.CancellationToken);

    private static ChannelAccount<EmailOptions> Account() => Sample.Account(
        EmailGateway.None, o => (o.Outbound, o.SendGridApiKey) = (EmailOutbound.SendGrid, "SG.key"));
}
