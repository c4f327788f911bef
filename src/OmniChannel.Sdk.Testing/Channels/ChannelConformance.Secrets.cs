using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Testing.Conformance;
using OmniChannel.Webhooks;

namespace OmniChannel.Testing.Channels;

/// <content>Group 10: secrets, addresses and bodies stay out of every text.</content>
public sealed partial class ChannelConformance<TOptions>
{
    private IEnumerable<ConformanceCheck> SecretChecks()
    {
        yield return new("Secrets_InTexts_DoNotShow", Now(() => Unseen([.. StandingTexts()])));
        if (_subject.Webhooks.Count > 0)
        {
            yield return new("Secrets_InRefusals_DoNotShow", Now(() => Unseen([.. RefusalTexts()])));
        }

        if (Calls)
        {
            yield return new("Secrets_InFailedSends_DoNotShow", FailedSendsAsync);
        }
    }

    private IEnumerable<string> StandingTexts()
    {
        var adapter = Adapter();
        yield return _account.ToString();
        yield return _subject.Options.ToString() ?? "";
        yield return adapter.ToString() ?? "";
        yield return TextOf(_capabilities);
        foreach (var sample in adapter is IWebhookReceiver<TOptions> ? _subject.Webhooks : [])
        {
            yield return Signed(sample).ToString();
            foreach (var e in Receiver().Parse(Signed(sample), _account))
            {
                yield return e.ToString();
            }
        }
    }

    private IEnumerable<string> RefusalTexts()
    {
        var log = new LogDouble();
        var receiver = (IWebhookReceiver<TOptions>)Adapter(log: log);
        foreach (var sample in _subject.Webhooks)
        {
            var proof = sample.Sign(Unsigned(sample)).Select(p => KeyValuePair.Create(p.Key, Damage.Flips(p.Value).LastOrDefault() ?? "")).ToList();
            yield return receiver.Verify(Request(sample, sample.Body, proof), _account).Detail;
            yield return receiver.Verify(Unsigned(sample), _account).Detail;
            foreach (var beginning in Damage.Beginnings(sample.Body))
            {
                string? text = null;
                try
                {
                    receiver.Parse(Request(sample, beginning, []), _account);
                }
                catch (MalformedWebhookException e)
                {
                    text = e.ToString();
                }

                yield return text ?? "";
            }
        }

        foreach (var line in log.Lines)
        {
            yield return line;
        }
    }

    private async Task FailedSendsAsync(CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var response in _subject.Responses)
        {
            var log = new LogDouble();
            using var provider = new ProviderDouble(response.ToMessage);
            var result = await Adapter(provider, log).SendAsync(Message, _account, cancellationToken).ConfigureAwait(false);
            texts.AddRange(log.Lines);
            texts.Add($"{result.Error}");
        }

        var thrown = new LogDouble();
        using var broken = new ProviderDouble(() => throw new HttpRequestException("The connection was reset."));
        try
        {
            texts.Add($"{(await Adapter(broken, thrown).SendAsync(Message, _account, cancellationToken).ConfigureAwait(false)).Error}");
        }
        catch (HttpRequestException e)
        {
            texts.Add(e.ToString());
        }

        texts.AddRange(thrown.Lines);
        Unseen(texts);
        var personal = Message.Contents.OfType<TextContent>().Select(c => c.Text).Append(Message.To.SenderId);
        Verify.That(!texts.Exists(t => personal.Any(p => t.Contains(p, StringComparison.Ordinal))), "no address and no body in a log or a reason");
    }

    private void Unseen(IReadOnlyCollection<string> texts) =>
        Verify.That(!texts.Any(t => _subject.Secrets.Any(s => t.Contains(s, StringComparison.Ordinal))), "no secret in any text");
}
