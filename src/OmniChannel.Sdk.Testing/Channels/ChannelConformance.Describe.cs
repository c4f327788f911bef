using System.Globalization;
using OmniChannel.Channels;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Channels;

/// <content>Groups 4 and 9: limits and the reply window, as data.</content>
public sealed partial class ChannelConformance<TOptions>
{
    private IEnumerable<ConformanceCheck> DescribeChecks() =>
    [
        new("Describe_Twice_IsTheSame", Now(() =>
        {
            var adapter = Adapter();
            Verify.Equal(TextOf(adapter.Describe(_account)), TextOf(adapter.Describe(_account)), "the capabilities");
        })),
        new("Describe_AYearLater_IsTheSame", Now(() =>
        {
            var later = Adapter().Describe(_subject.ToAccount(later: TimeSpan.FromDays(365)));
            Verify.Equal(TextOf(_capabilities), TextOf(later), "the capabilities");
        })),
        new("Describe_Limits_MakeSense", Now(CheckLimits)),
        new("Describe_Powers_MatchTheDelivery", Now(CheckPowers)),
        new("Describe_ReplyWindow_IsTheDocumentedOne", Now(() => Verify.Equal(_subject.ReplyWindow, _capabilities.ReplyWindow, "the reply window"))),
    ];

    private void CheckLimits()
    {
        var c = _capabilities;
        Verify.That(c.DisplayName.Length > 0);
        Verify.That(c.PartsPerCall >= 1);
        Verify.That(c.MaxCards >= 0);
        Verify.That(c.WebhookDeadline > TimeSpan.Zero);
        Verify.That(c.MaxWebhookBytes > 0);
        Verify.That(c.ReplyWindow is null || c.ReplyWindow > TimeSpan.Zero);
        Verify.That(c.SendsPerSecond is null or > 0);
        Verify.That(c.Media is null || (c.Media.MaxBytes > 0 && c.Media.Kinds.Count > 0 && c.Media.Kinds.Distinct().Count() == c.Media.Kinds.Count));
        Verify.That(c.Receipts.Distinct().Count() == c.Receipts.Count);
        Verify.That(c.ReachableBy.Distinct().Count() == c.ReachableBy.Count);
        Verify.That(_subject.Webhooks.All(w => w.Body.Length <= c.MaxWebhookBytes), "samples within the body limit");
    }

    private void CheckPowers()
    {
        var adapter = Adapter();
        Verify.That(_capabilities.Delivery != DeliveryMode.Response || adapter is IWebhookResponder<TOptions>, "a responder, because the channel answers with instructions");
        Verify.That((_capabilities.Delivery == DeliveryMode.Stream) == (adapter is IStreamChannel<TOptions>), "a stream channel exactly for stream delivery");
        Verify.That(adapter is not IWebhookResponder<TOptions> || adapter is IWebhookReceiver<TOptions>, "a receiver beside the responder");
    }

    private static string TextOf(ChannelCapabilities c)
    {
        string List<T>(IEnumerable<T> items) => string.Join(",", items);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{c with { Receipts = [], ReachableBy = [], Media = null }}|{List(c.Receipts)}|{List(c.ReachableBy)}|{c.Media?.MaxBytes}|{List(c.Media?.Kinds ?? [])}");
    }

    /// <summary>The longest text within a limit, of characters that count differently in every unit.</summary>
    private static string TextAt(TextLimit limit)
    {
        const string astral = "\U0001F45F";
        var max = Math.Min(limit.Max, 10_000);
        var (width, filler) = limit.Unit switch
        {
            LimitUnit.Characters => (1, astral),
            LimitUnit.Utf16Units => (2, astral),
            LimitUnit.Bytes => (4, astral),
            _ => (1, "a"),
        };
        return string.Concat(Enumerable.Repeat(filler, max / width)) + new string('a', max % width);
    }
}
