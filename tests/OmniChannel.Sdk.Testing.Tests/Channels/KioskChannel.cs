using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Webhooks;

namespace OmniChannel.Testing.Tests.Channels;

/// <summary>A messenger of the kind that adapter authors write, right unless told to be wrong.</summary>
internal sealed class KioskChannel(HttpMessageHandler handler, ILogger log, KioskFlaw flaw) : IChannelAdapter<KioskOptions>, IWebhookReceiver<KioskOptions>
{
    public const int MaxText = 20;
    private readonly HttpClient _http = new(handler, disposeHandler: false);
    private int _calls;

    public ChannelCapabilities Describe(ChannelAccount<KioskOptions> account) => new()
    {
        DisplayName = "Kiosk",
        Text = new(MaxText, LimitUnit.Bytes),
        AcceptsIdempotencyKey = true,
        Receipts = flaw == KioskFlaw.PromisesReadReceipts ? [ReceiptKind.Delivered, ReceiptKind.Failed, ReceiptKind.Read] : [ReceiptKind.Delivered, ReceiptKind.Failed],
        ReplyWindow = flaw == KioskFlaw.ForgetsTheWindow ? null : TimeSpan.FromHours(24),
        SendsPerSecond = flaw == KioskFlaw.DescribesByTheClock ? account.Time.GetUtcNow().Year : 5,
    };

    public WebhookVerdict Verify(WebhookRequest request, ChannelAccount<KioskOptions> account)
    {
        var signature = request.Headers["X-Kiosk-Signature"];
        if (signature.Length == 0)
        {
            return flaw == KioskFlaw.ThrowsWithoutHeader
                ? throw new InvalidOperationException("no header")
                : WebhookVerdict.Reject(WebhookRejection.MissingSignature, "X-Kiosk-Signature is missing");
        }

        if (flaw != KioskFlaw.AcceptsAnything && !WebhookSignature.HmacSha256Hex(account.Options.SigningKeys, Signed(request, flaw), signature))
        {
            var detail = flaw == KioskFlaw.TellsTheSecret ? account.Options.SigningKeys[0] : "X-Kiosk-Signature matches none of SigningKeys";
            return WebhookVerdict.Reject(WebhookRejection.BadSignature, flaw == KioskFlaw.ForgetsTheReason ? "" : detail);
        }

        var old = !long.TryParse(request.Headers["X-Kiosk-Time"], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || (request.ReceivedAt - DateTimeOffset.FromUnixTimeSeconds(time)).Duration() > TimeSpan.FromMinutes(5);
        return old && flaw is not (KioskFlaw.IgnoresAge or KioskFlaw.AcceptsAnything)
            ? WebhookVerdict.Reject(WebhookRejection.StaleTimestamp, "X-Kiosk-Time is too far from now")
            : WebhookVerdict.Accept;
    }

    public static byte[] Signed(WebhookRequest request, KioskFlaw flaw = KioskFlaw.None)
    {
        var time = Encoding.UTF8.GetBytes(request.Headers["X-Kiosk-Time"] + ".");
        return flaw switch
        {
            KioskFlaw.SignsTheTimeOnly => time,
            KioskFlaw.ComparesParsedJson => [.. time, .. Rewritten(request)],
            _ => [.. time, .. request.Body.Span],
        };
    }

    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, ChannelAccount<KioskOptions> account)
    {
        if (flaw == KioskFlaw.AsksTheProviderWhileParsing)
        {
            _http.GetAsync(new Uri("https://kiosk.example/profile")).GetAwaiter().GetResult();
        }

        using var json = flaw == KioskFlaw.LetsExceptionsEscape ? JsonDocument.Parse(request.Body) : request.Json();
        var events = json.RootElement.GetProperty("events").EnumerateArray().Select(e => Map(e, request.ReceivedAt)).OfType<ChannelEvent>().ToList();
        return flaw == KioskFlaw.LosesTheSecondEvent ? [.. events.Take(1)] : events;
    }

    public async Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<KioskOptions> account, CancellationToken cancellationToken)
    {
        try
        {
            var result = await SendOnceAsync(message, account, cancellationToken);
            return !result.IsSent && flaw == KioskFlaw.Retries ? await SendOnceAsync(message, account, cancellationToken) : result;
        }
        catch (HttpRequestException) when (flaw == KioskFlaw.TakesAResetForFinal)
        {
            return SendResult.Failed(SendErrorKind.Permanent);
        }
        catch (OperationCanceledException) when (flaw == KioskFlaw.SwallowsCancellation)
        {
            return SendResult.Failed(SendErrorKind.Ambiguous);
        }
    }

    private async Task<SendResult> SendOnceAsync(OutboundMessage message, ChannelAccount<KioskOptions> account, CancellationToken cancellationToken)
    {
        var text = ((TextContent)message.Contents[0]).Text;
        if (flaw == KioskFlaw.CutsLongTexts && Encoding.UTF8.GetByteCount(text) >= MaxText)
        {
            return SendResult.Failed(SendErrorKind.ContentRefused);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "https://kiosk.example/send") { Content = JsonContent.Create(new { to = message.To.SenderId, text }) };
        if (flaw != KioskFlaw.ForgetsTheIdempotencyKey)
        {
            request.Headers.Add("Idempotency-Key", message.IdempotencyKey);
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return SendResult.Sent("k-1");
        }

        if (flaw is KioskFlaw.LogsTheSecret or KioskFlaw.LogsTheAddress)
        {
#pragma warning disable CA2254, CA1848, CA1873 // A log line that must not be is made on purpose.
            log.LogDebug("Refused: " + (flaw == KioskFlaw.LogsTheSecret ? account.Options.SigningKeys[0] : message.To.SenderId));
#pragma warning restore CA2254, CA1848, CA1873
        }

        var result = SendResult.FromStatus(response);
        return flaw switch
        {
            KioskFlaw.MistakesThrottling => SendResult.Failed(result.Error! with { Kind = SendErrorKind.Permanent }),
            KioskFlaw.ForgetsRetryAfter => SendResult.Failed(result.Error! with { RetryAfter = null }),
            _ => result,
        };
    }

    private ChannelEvent? Map(JsonElement e, DateTimeOffset at)
    {
        var (id, from, type) = (e.GetProperty("id").GetString()!, e.GetProperty("from").GetString()!, e.GetProperty("type").GetString()!);
        var key = flaw == KioskFlaw.MakesUpKeys ? $"{id}-{Interlocked.Increment(ref _calls)}" : $"{id}:{type}";
        return type switch
        {
            "text" => new MessageReceived { DedupeKey = key, Sender = from, OccurredAt = at, Content = [new TextContent(e.GetProperty("text").GetString()!)] },
            "photo" => new MessageReceived
            {
                DedupeKey = key,
                Sender = from,
                OccurredAt = at,
                Content = [new MediaContent { Media = MediaKind.Image, Source = new(flaw == KioskFlaw.TakesFileAddresses ? "file:///etc/hosts" : e.GetProperty("url").GetString()!) }],
            },
            "delivered" or "failed" => new DeliveryReceiptReceived
            {
                DedupeKey = flaw == KioskFlaw.KeysReceiptsByMessage ? id : key,
                Sender = from,
                OccurredAt = at,
                ProviderMessageId = id,
                Receipt = type == "failed" ? ReceiptKind.Failed : ReceiptKind.Delivered,
            },
            _ when flaw == KioskFlaw.DropsUnknownKinds => null,
            _ => new UnknownEvent { DedupeKey = key, Sender = from, OccurredAt = at, Reason = type, Raw = e.GetRawText() },
        };
    }

    private static byte[] Rewritten(WebhookRequest request)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(request.Body.Span));
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
