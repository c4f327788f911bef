using System.Net;
using System.Net.Sockets;
using OmniChannel.Fakes;

namespace OmniChannel.Channels.Twilio;

public class TwilioErrorTests
{
    [Theory]
    [InlineData(400, 21610, SendErrorKind.OptedOut)]
    [InlineData(400, 21211, SendErrorKind.Permanent)]
    [InlineData(400, 21614, SendErrorKind.Permanent)]
    [InlineData(400, 21606, SendErrorKind.Permanent)]
    [InlineData(400, 21612, SendErrorKind.Unreachable)]
    [InlineData(400, 30003, SendErrorKind.Unreachable)]
    [InlineData(400, 30004, SendErrorKind.Unreachable)]
    [InlineData(400, 30005, SendErrorKind.Unreachable)]
    [InlineData(400, 30006, SendErrorKind.Unreachable)]
    [InlineData(400, 30007, SendErrorKind.ContentRefused)]
    [InlineData(400, 21617, SendErrorKind.ContentRefused)]
    [InlineData(400, 21602, SendErrorKind.ContentRefused)]
    [InlineData(400, 63016, SendErrorKind.WindowClosed)]
    [InlineData(400, 63018, SendErrorKind.Throttled)]
    [InlineData(400, 21611, SendErrorKind.Throttled)]
    [InlineData(429, 20429, SendErrorKind.Throttled)]
    [InlineData(401, 20003, SendErrorKind.Credentials)]
    [InlineData(403, 20003, SendErrorKind.Credentials)]
    [InlineData(400, 99999, SendErrorKind.Permanent)]
    [InlineData(404, 20404, SendErrorKind.Permanent)]
    [InlineData(408, 20001, SendErrorKind.Ambiguous)]
    [InlineData(500, 21610, SendErrorKind.Ambiguous)]
    [InlineData(502, 20500, SendErrorKind.Ambiguous)]
    [InlineData(503, 20503, SendErrorKind.Ambiguous)]
    [InlineData(504, 20504, SendErrorKind.Ambiguous)]
    public async Task Send_ErrorOfTheApi_IsClassified(int status, int code, SendErrorKind kind)
    {
        var error = await ErrorAsync(ScriptedHandler.Answering(
            status, $$"""{"code":{{code}},"message":"The 'To' number {{Sample.Customer}} is wrong","more_info":"","status":{{status}}}"""));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(status >= 500 ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : code.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Code);
        Assert.DoesNotContain(Sample.Customer, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Sun, 01 Mar 2026 09:01:00 GMT", 60)]
    [InlineData("Sun, 01 Mar 2026 08:00:00 GMT", 0)]
    public async Task Send_TooManyRequests_SaysHowLongToWait(string header, int seconds)
    {
        var error = await ErrorAsync(ScriptedHandler.Answering(429, """{"code":20429}""", ("Retry-After", header)));

        Assert.Equal(SendErrorKind.Throttled, error.Kind);
        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Fact]
    public async Task Send_TooManyRequestsWithoutTime_LeavesItOpen() =>
        Assert.Null((await ErrorAsync(ScriptedHandler.Answering(429, "slow down"))).RetryAfter);

    [Theory]
    [InlineData(200, "")]
    [InlineData(201, "<html>proxy</html>")]
    [InlineData(201, "{}")]
    [InlineData(201, """{"sid":""}""")]
    [InlineData(201, """{"sid":7}""")]
    [InlineData(200, "null")]
    [InlineData(200, """{"code":99999,"message":"?"}""")]
    public async Task Send_AcceptedWithoutASid_IsAmbiguous(int status, string body) =>
        Assert.Equal(SendErrorKind.Ambiguous, (await ErrorAsync(ScriptedHandler.Answering(status, body))).Kind);

    [Fact]
    public async Task Send_SuccessStatusWithAKnownError_IsThatError() =>
        Assert.Equal(SendErrorKind.OptedOut, (await ErrorAsync(ScriptedHandler.Answering(200, """{"code":"21610"}"""))).Kind);

    [Fact]
    public async Task Send_ErrorThatIsNoJson_IsReadByItsStatus() =>
        Assert.Equal(SendErrorKind.Permanent, (await ErrorAsync(ScriptedHandler.Answering(400, "<html>"))).Kind);

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, SendErrorKind.Transient)]
    [InlineData(HttpRequestError.NameResolutionError, SendErrorKind.Transient)]
    [InlineData(HttpRequestError.SecureConnectionError, SendErrorKind.Transient)]
    [InlineData(HttpRequestError.ProxyTunnelError, SendErrorKind.Transient)]
    [InlineData(HttpRequestError.ResponseEnded, SendErrorKind.Ambiguous)]
    [InlineData(HttpRequestError.InvalidResponse, SendErrorKind.Ambiguous)]
    [InlineData(HttpRequestError.HttpProtocolError, SendErrorKind.Ambiguous)]
    [InlineData(HttpRequestError.Unknown, SendErrorKind.Ambiguous)]
    public async Task Send_TransportFails_IsAmbiguousUnlessItCannotHaveArrived(HttpRequestError error, SendErrorKind kind) =>
        Assert.Equal(kind, (await ErrorAsync(ScriptedHandler.Throwing(new HttpRequestException(error, Sample.Customer)))).Kind);

    [Fact]
    public async Task Send_TimeOut_IsAmbiguous() =>
        Assert.Equal(SendErrorKind.Ambiguous, (await ErrorAsync(ScriptedHandler.Throwing(new TaskCanceledException("", new TimeoutException())))).Kind);

    [Fact]
    public async Task Send_NobodyListens_IsTransient()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var http = new HttpClient();
        var account = Sample.Sms(o => o.BaseUrl = new($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}"));

        var result = await new TwilioSmsChannel(http).SendAsync(Sample.Outbound(null, new TextContent("a")), account, default);

        Assert.Equal(SendErrorKind.Transient, result.Error!.Kind);
    }

    [Fact]
    public async Task Send_AnswerBreaksOff_IsAmbiguous()
    {
        var handler = new ScriptedHandler(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StreamContent(new BrokenStream()) }));

        Assert.Equal(SendErrorKind.Ambiguous, (await ErrorAsync(handler)).Kind);
    }

    [Fact]
    public async Task Send_EndlessAnswer_IsBounded()
    {
        var handler = ScriptedHandler.Answering(201, new string(' ', 300 * 1024) + """{"sid":"SM1"}""");

        Assert.Equal(SendErrorKind.Ambiguous, (await ErrorAsync(handler)).Kind);
    }

    private static async Task<SendError> ErrorAsync(ScriptedHandler handler)
    {
        var result = await new TwilioSmsChannel(handler.Client).SendAsync(Sample.Outbound(null, new TextContent("a")), Sample.Sms(), default);
        Assert.Equal(1, handler.Calls);
        Assert.Empty(result.ProviderMessageIds);
        return Assert.IsType<SendError>(result.Error);
    }
}
