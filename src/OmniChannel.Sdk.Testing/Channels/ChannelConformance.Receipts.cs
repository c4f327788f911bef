using OmniChannel.Channels;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Channels;

/// <content>Group 7: receipts in any order end in the same state.</content>
public sealed partial class ChannelConformance<TOptions>
{
    private IEnumerable<ConformanceCheck> ReceiptChecks() =>
    [
        new("Receipts_OfOneMessage_HaveKeysOfTheirOwn", Now(OwnKeys)),
        new("Receipts_InAnyOrder_EndInTheSameState", Now(AnyOrder)),
        new("Receipts_Described_AreAllInTheSamples", Now(AllKinds)),
    ];

    private List<DeliveryReceiptReceived> Receipts()
    {
        var adapter = Adapter();
        var events = adapter is IWebhookReceiver<TOptions> receiver ? _subject.Webhooks.SelectMany(w => receiver.Parse(Signed(w), _account)) : [];
        if (adapter is IStreamChannel<TOptions> && _subject.Stream is { } stream)
        {
            events = events.Concat(stream.Posts.SelectMany(p => Posted(p)));
        }

        return [.. events.OfType<DeliveryReceiptReceived>()];
    }

    private void OwnKeys()
    {
        foreach (var message in Receipts().Where(r => r.ProviderMessageId is not null).GroupBy(r => (r.Sender, r.ProviderMessageId)))
        {
            var kinds = message.DistinctBy(r => r.Receipt).ToList();
            Verify.Equal(
                kinds.Count, kinds.DistinctBy(r => r.DedupeKey).Count(), "the number of dedupe keys: a second status of a message is no repetition of the first");
        }
    }

    private void AnyOrder()
    {
        foreach (var message in Receipts().GroupBy(r => r.ProviderMessageId ?? "watermark"))
        {
            var kinds = message.Select(r => r.Receipt).Distinct().ToList();
            var final = ReceiptRule.Fold(kinds.Order());
            foreach (var order in Permutations(kinds))
            {
                Verify.Equal(final, ReceiptRule.Fold(order), $"the state after {string.Join(", ", order)}");
            }
        }
    }

    private void AllKinds()
    {
        var seen = Receipts().Select(r => r.Receipt).ToHashSet();
        foreach (var described in Adapter() is IPullSource<TOptions> ? [] : _capabilities.Receipts)
        {
            Verify.That(seen.Contains(described), $"a sample with the receipt {described} that Describe promises");
        }

        Verify.That(seen.IsSubsetOf(_capabilities.Receipts), "every receipt of the samples in Describe");
    }

    private static IEnumerable<List<ReceiptKind>> Permutations(IReadOnlyList<ReceiptKind> kinds) => kinds.Count <= 1
        ? [[.. kinds]]
        : kinds.SelectMany((kind, i) => Permutations([.. kinds.Where((_, at) => at != i)]).Select(rest => (List<ReceiptKind>)[kind, .. rest]));
}
