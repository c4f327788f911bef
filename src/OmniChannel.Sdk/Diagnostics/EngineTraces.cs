using System.Diagnostics;

namespace OmniChannel.Diagnostics;

/// <summary>
/// Spans on the source <c>OmniChannel.Sdk</c>: one for each event of a channel, from being put in until it is committed, and one for each call of a
/// provider. Names and tags hold no address and no text. Nothing is made while nobody listens.
/// </summary>
internal static class EngineTraces
{
    public const string SourceName = "OmniChannel.Sdk";
    public const string Channel = "channel";
    public const string Account = "account";
    public const string Kind = "kind";
    public const string Duplicate = "duplicate";
    private static readonly ActivitySource Source = new(SourceName);

    public static bool IsHeard => Source.HasListeners();

    /// <summary>Begins the span of an event; null where nobody wants it. It is not the caller's current one: who ends it is another thread.</summary>
    public static Activity? Event(ChannelAccountId account, ChannelEvent e)
    {
        var kind = KindOf(e);
        var current = Activity.Current;
        var span = Source.StartActivity("receive " + kind, ActivityKind.Consumer);
        Activity.Current = current;
        return Tagged(span, account, kind);
    }

    /// <summary>Ends the span of an event, on the writer's way, which has no current one.</summary>
    public static void End(Activity span, bool isDuplicate, string? failure)
    {
        if (isDuplicate)
        {
            span.SetTag(Duplicate, true);
        }

        var current = Activity.Current;
        Failed(span, failure).Stop();
        Activity.Current = current;
    }

    /// <summary>Runs a call of a provider in a span.</summary>
    public static async Task<SendResult> CallAsync(ChannelAccountId account, string kind, Func<Task<SendResult>> call)
    {
        using var span = Tagged(Source.StartActivity(kind + " " + account.Channel.Value, ActivityKind.Client), account, kind);
        var result = await call().ConfigureAwait(false);
        if (span is not null)
        {
            Failed(span, result.Error?.Kind.ToString());
        }

        return result;
    }

    private static Activity? Tagged(Activity? span, ChannelAccountId account, string kind) =>
        span?.SetTag(Channel, account.Channel.Value).SetTag(Account, account.Account).SetTag(Kind, kind);

    private static Activity Failed(Activity span, string? failure) => failure is null ? span : span.SetStatus(ActivityStatusCode.Error, failure);

    private static string KindOf(ChannelEvent e) => e switch
    {
        MessageReceived => "message",
        DeliveryReceiptReceived => "receipt",
        ConsentChanged => "consent",
        AddressChanged => "address",
        SignalReceived => "signal",
        _ => "unknown",
    };
}
