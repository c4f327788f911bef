using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Testing.Conformance;
using OmniChannel.Webhooks;

namespace OmniChannel.Testing.Channels;

/// <content>Groups 2, 3 and 8: what it says, in order, without calling anybody.</content>
public sealed partial class ChannelConformance<TOptions>
{
    private IEnumerable<ConformanceCheck> ParseChecks(IChannelAdapter<TOptions> adapter)
    {
        foreach (var sample in adapter is IWebhookReceiver<TOptions> ? _subject.Webhooks : [])
        {
            yield return new($"Parse_{sample.Name}_GivesTheEventsInOrder", Now(() => Same(sample.Events, Receiver().Parse(Signed(sample), _account))));
            yield return new($"Parse_{sample.Name}Twice_GivesTheSameKeys", Now(() =>
            {
                var receiver = Receiver();
                StableKeys(() => receiver.Parse(Signed(sample), _account));
            }));
            yield return new($"Parse_{sample.Name}CutShort_IsMalformedAtWorst", Now(() => CutShort(
                sample.Body, Damage.Rewritten(sample.Body) is not null, body => Receiver().Parse(Request(sample, body, []), _account))));
            yield return new($"Parse_{sample.Name}_NamesMediaByHttpAddressOnly", Now(() => MediaAddresses(Receiver().Parse(Signed(sample), _account))));
        }
    }

    private static void Same(IReadOnlyList<ExpectedEvent> expected, IReadOnlyList<ChannelEvent> actual)
    {
        Verify.Equal(expected.Count, actual.Count, "the number of events");
        for (var i = 0; i < expected.Count; i++)
        {
            var difference = expected[i].Difference(actual[i]);
            Verify.That(difference is null, $"event {i} as described, but {difference}");
        }
    }

    private static void StableKeys(Func<IReadOnlyList<ChannelEvent>> parse)
    {
        var first = parse();
        Verify.Same(first.Select(e => e.DedupeKey), parse().Select(e => e.DedupeKey), "dedupe keys");
        Verify.That(first.All(e => e.DedupeKey.Length is > 0 and <= 512), "dedupe keys of 1 to 512 characters");
        Verify.Equal(first.Count, first.Select(e => e.DedupeKey).Distinct(StringComparer.Ordinal).Count(), "the number of different dedupe keys");
        Verify.That(first.All(e => e is UnknownEvent || e.Sender.Length > 0), "a sender in every event that could be read");
        Verify.That(first.OfType<MessageReceived>().All(m => m.Content.Count > 0), "at least one content in every message");
        Verify.That(first.OfType<UnknownEvent>().All(u => u.Reason.Length > 0 && u.Raw.Length is > 0 and <= 64 * 1024), "a reason and the raw text of what is unknown");
        Verify.That(
            first.SelectMany(Contents).OfType<NativeContent>().All(n => n.Type.Length > 0 && n.Data.Length is > 0 and <= 64 * 1024),
            "a type and at most 64 KB of data in native content");
        Verify.That(
            first.OfType<DeliveryReceiptReceived>().All(r => r.ProviderMessageId is null != r.Watermark is null),
            "either a message's id or a watermark in every receipt");
    }

    private static void CutShort(ReadOnlyMemory<byte> body, bool isJson, Func<ReadOnlyMemory<byte>, IReadOnlyList<ChannelEvent>> parse)
    {
        foreach (var beginning in Damage.Beginnings(body))
        {
            try
            {
                parse(beginning);
            }
            catch (MalformedWebhookException)
            {
                continue;
            }
            catch (Exception e)
            {
                throw new ConformanceFailedException($"A body cut to {beginning.Length} bytes let a {e.GetType().Name} escape.", e);
            }

            Verify.That(!isJson, $"a MalformedWebhookException for JSON cut to {beginning.Length} bytes");
        }
    }

    private static void MediaAddresses(IReadOnlyList<ChannelEvent> events)
    {
        foreach (var media in events.SelectMany(Contents).OfType<MediaContent>())
        {
            var local = !media.Source.IsAbsoluteUri || (media.Source.Scheme is not ("http" or "https"));
            Verify.That(!local, "an absolute http or https address of every medium; a file or a data address would be read by whoever fetches it");
            Verify.That(media.Source.UserInfo.Length == 0, "no credentials in a medium's address");
        }
    }

    private static IReadOnlyList<MessageContent> Contents(ChannelEvent e) => e is MessageReceived message ? message.Content : [];
}
