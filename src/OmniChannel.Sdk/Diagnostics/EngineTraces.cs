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
        var span = Start("receive " + kind, ActivityKind.Consumer);
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
        Stop(span, failure);
        Activity.Current = current;
    }

    /// <summary>Runs a call of a provider in a span.</summary>
    public static async Task<SendResult> CallAsync(ChannelAccountId account, string kind, Func<Task<SendResult>> call)
    {
        var span = Tagged(Start(kind + " " + account.Channel.Value, ActivityKind.Client), account, kind);
        string? failure = nameof(Exception);
        try
        {
            var result = await call().ConfigureAwait(false);
            failure = result.Error?.Kind.ToString();
            return result;
        }
        finally
        {
            Stop(span, failure);
        }
    }

    /// <summary>A listener that throws loses its span; what is traced goes on.</summary>
    private static Activity? Start(string name, ActivityKind kind)
    {
        try
        {
            return Source.StartActivity(name, kind);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static void Stop(Activity? span, string? failure)
    {
        try
        {
            (failure is null ? span : span?.SetStatus(ActivityStatusCode.Error, failure))?.Stop();
        }
        catch (Exception)
        {
            // As above.
        }
    }

    private static Activity? Tagged(Activity? span, ChannelAccountId account, string kind) =>
        span?.SetTag(Channel, account.Channel.Value).SetTag(Account, account.Account).SetTag(Kind, kind);

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
