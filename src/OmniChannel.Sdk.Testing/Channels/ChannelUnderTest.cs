using Microsoft.Extensions.Logging;
using OmniChannel.Channels;

namespace OmniChannel.Testing.Channels;

/// <summary>What an adapter's author tells <see cref="ChannelConformance{TOptions}"/>: how to make the adapter, and samples of its provider.</summary>
/// <typeparam name="TOptions">Options of one account.</typeparam>
public sealed class ChannelUnderTest<TOptions>
    where TOptions : class
{
    /// <summary>The account that the samples belong to.</summary>
    public required ChannelAccountId Account { get; init; }

    /// <summary>Valid options of the account.</summary>
    public required TOptions Options { get; init; }

    /// <summary>Makes the adapter over a handler that stands for the provider; give it the logger factory if it logs.</summary>
    public required Func<HttpMessageHandler, ILoggerFactory, IChannelAdapter<TOptions>> CreateAdapter { get; init; }

    /// <summary>Every secret in <see cref="Options"/>; none may show in a text, an exception or a log.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>The address that the provider was given.</summary>
    public Uri? WebhookUrl { get; init; } = new("https://shop.example/omni/channels/sample/main");

    /// <summary>The time at which the samples are received.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Requests of the provider; needed for a channel that receives webhooks.</summary>
    public IReadOnlyList<SampleWebhook> Webhooks { get; init; } = [];

    /// <summary>A message to send, without media; needed for a channel that delivers by calls.</summary>
    public OutboundMessage? Message { get; init; }

    /// <summary>Answers of the provider and what they mean: at least one success and one failure for a channel that delivers by calls.</summary>
    public IReadOnlyList<SampleResponse> Responses { get; init; } = [];

    /// <summary>The reply window that the provider documents; null for none.</summary>
    public TimeSpan? ReplyWindow { get; init; }

    /// <summary>What a stream channel adds; null for others.</summary>
    public StreamUnderTest? Stream { get; init; }

    internal ChannelAccount<TOptions> ToAccount(ChannelAccountId? other = null, TimeSpan later = default) => new()
    {
        Id = other ?? Account,
        Options = Options,
        WebhookUrl = WebhookUrl,
        Time = new StillTime(Now + later),
    };
}
