using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OmniChannel.Fakes;

/// <summary>An application on a loopback port with the real Twilio adapters behind its webhooks and the emulator beside it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Sid = "ACshop0000000000000000000000000000";
    public const string Token = "a-token";
    public const string Number = "+81312345678";
    public const string Customer = "+819012345678";
    public const string Address = "help@shop.example";
    private readonly Lock _gate = new();
    private readonly WebApplication _app;
    private readonly List<ShopRequest> _requests = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Shop(WebApplication app) => _app = app;

    public OmniEmulator Emulator => _app.Services.GetRequiredService<OmniEmulator>();

    public Uri Url => new(_app.Urls.First());

    public HttpClient Http { get; } = new() { Timeout = TestTimeouts.Default };

    /// <summary>What a call hears next; waiting by default, and nothing at the end.</summary>
    public Func<ChannelEvent, IReadOnlyList<CallCommand>> Decide { get; set; } = e =>
        e is SignalReceived { Signal: var s } && s == SignalKind.CallEnded ? [] : [new WaitCommand { Position = 1, Locale = new("en") }];

    /// <summary>The status of the next answers; 0 breaks the connection.</summary>
    public Func<ShopRequest, int> Status { get; set; } = _ => 200;

    public IReadOnlyList<ShopRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public IEnumerable<ChannelEvent> Events => Requests.SelectMany(r => r.Events);

    public ChannelAccount<TwilioSmsOptions> Sms => new()
    {
        Id = new(new("sms"), "main"),
        Options = new() { AccountSid = Sid, AuthTokens = [Token], From = Number, BaseUrl = Emulator.ApiUrl },
        WebhookUrl = new(Url, "/omni/channels/sms/main"),
    };

    public ChannelAccount<TwilioVoiceOptions> Voice => new()
    {
        Id = new(new("voice"), "main"),
        Options = new() { AccountSid = Sid, AuthTokens = [Token], BaseUrl = Emulator.ApiUrl },
        WebhookUrl = new(Url, "/omni/channels/voice/main"),
    };

    public static async Task<Shop> StartAsync(
        Action<EmulatorOptions>? configure = null, TimeProvider? time = null, string environment = "Development", bool map = true)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddOmniEmulator(o =>
        {
            o.Accounts.Add(new() { Sid = Sid, AuthToken = Token, Numbers = { new() { Number = Number } } });
            o.Inboxes.Add(new() { Address = Address, UserName = "postmark", Password = "pass" });
            (o.Pace.CharactersPerSecond, o.Pace.PauseFactor) = (0, 1);
            (o.Pace.MessageStep, o.Pace.InputGap, o.Pace.AgentAnswer, o.Pace.WebhookRetry, o.Pace.ShuffleWindow) = (default, default, default, default, default);
            configure?.Invoke(o);
        });
        var app = builder.Build();
        var shop = new Shop(app);
        app.MapPost("/omni/channels/{channel}/{account}", shop.ReceiveAsync);
        if (map)
        {
            app.MapOmniEmulator();
        }

        await app.StartAsync();
        return shop;
    }

    public OutboundMessage Text(string text, string to = Customer) => new()
    {
        Id = new(7),
        To = new() { Account = Sms.Id, SenderId = to },
        Contents = [new TextContent(text)],
        IdempotencyKey = "key",
    };

    public Task<SendResult> SendAsync(string text) => new TwilioSmsChannel(Http).SendAsync(Text(text), Sms, CancellationToken.None);

    public Task<SendResult> ControlAsync(CallCommand command, string call) =>
        new TwilioVoiceChannel(Http).ControlAsync(command, call, Voice, CancellationToken.None);

    public async Task<HttpResponseMessage> PostAsync(string path, string json) => await Http.PostAsync(
        new Uri(Url, path), new StringContent(json, MediaTypeHeaderValue.Parse("application/json")));

    public async Task<ShopRequest> WaitForAsync(Func<ShopRequest, bool> condition)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_requests.FirstOrDefault(condition) is { } found)
                {
                    return found;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(TestTimeouts.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var request = new WebhookRequest
        {
            Method = http.Request.Method,
            Url = new(http.Request.GetEncodedUrl()),
            Query = new(http.Request.Query.Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()))),
            Headers = new(http.Request.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()))),
            Body = body.ToArray(),
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        var channel = (string)http.Request.RouteValues["channel"]!;
        var answer = Judge(channel, request, out var kept);
        var status = Status(kept);
        Keep(kept);
        if (status == 0)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = kept.Accepted ? status : 403;
        await http.Response.WriteAsync(answer);
    }

    private string Judge(string channel, WebhookRequest request, out ShopRequest kept)
    {
        kept = new() { Channel = channel, Http = request, Accepted = true };
        using var http = new HttpClient();
        if (channel == "sms")
        {
            var adapter = new TwilioSmsChannel(http);
            var accepted = adapter.Verify(request, Sms).IsAccepted;
            kept = kept with { Accepted = accepted, Events = accepted ? adapter.Parse(request, Sms) : [] };
        }
        else if (channel == "voice")
        {
            var adapter = new TwilioVoiceChannel(http);
            var accepted = adapter.Verify(request, Voice).IsAccepted;
            kept = kept with { Accepted = accepted, Events = accepted ? adapter.Parse(request, Voice) : [] };
            var commands = kept.Events.SelectMany(Decide).ToList();
            return accepted ? Encoding.UTF8.GetString(adapter.Respond(request, new() { Commands = commands }, Voice).Body.Span) : "";
        }

        return "";
    }

    private void Keep(ShopRequest request)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            _requests.Add(request);
            signal = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }
}
