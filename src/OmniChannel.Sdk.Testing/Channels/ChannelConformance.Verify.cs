using OmniChannel.Channels;
using OmniChannel.Testing.Conformance;
using OmniChannel.Webhooks;

namespace OmniChannel.Testing.Channels;

/// <content>Group 1: who sent it.</content>
public sealed partial class ChannelConformance<TOptions>
{
    private IEnumerable<ConformanceCheck> VerifyChecks(IChannelAdapter<TOptions> adapter)
    {
        foreach (var sample in adapter is IWebhookReceiver<TOptions> ? _subject.Webhooks : [])
        {
            yield return new($"Verify_{sample.Name}_IsAccepted", Now(() => Accepted(Signed(sample))));
            yield return new($"Verify_{sample.Name}WithADamagedProof_IsRefused", Now(() => DamagedProof(sample)));
            yield return new($"Verify_{sample.Name}WithoutAHeader_IsRefusedWithoutThrowing", Now(() => MissingHeader(sample)));
            if (sample.SignsBody)
            {
                yield return new($"Verify_{sample.Name}WithADamagedBody_IsRefused", Now(() => DamagedBody(sample)));
            }

            if (sample.SignsBody && Damage.Rewritten(sample.Body) is { } rewritten)
            {
                yield return new(
                    $"Verify_{sample.Name}Reserialised_IsRefused",
                    Now(() => Refused(Request(sample, rewritten, sample.Sign(Unsigned(sample))), "the same JSON in other bytes")));
            }

            if (sample.SignsUrl)
            {
                yield return new($"Verify_{sample.Name}AtAnotherAddress_IsRefused", Now(() => OtherAddress(sample)));
            }

            if (sample.MaxAge is { } age)
            {
                yield return new(
                    $"Verify_{sample.Name}TooOld_IsRefusedAsStale",
                    Now(() => Stale(Request(sample, sample.Body, sample.Sign(Unsigned(sample)), later: age + TimeSpan.FromSeconds(1)), age)));
            }
        }
    }

    private void Accepted(WebhookRequest request)
    {
        var verdict = Receiver().Verify(request, _account);
        Verify.That(verdict.IsAccepted, $"the sample to be accepted, but: {verdict.Rejection} {verdict.Detail}");
        Verify.That(Receiver().Verify(request, _account) == verdict, "the same verdict for the same request");
    }

    private void Refused(WebhookRequest request, string what)
    {
        var verdict = Receiver().Verify(request, _account);
        Verify.That(!verdict.IsAccepted && verdict.ChallengeResponse is null, $"a refusal of {what}");
        Verify.That(verdict.Rejection is not null && verdict.Detail.Length > 0, $"a reason with the refusal of {what}");
    }

    private void DamagedProof(SampleWebhook sample)
    {
        var proof = sample.Sign(Unsigned(sample));
        for (var i = 0; i < proof.Count; i++)
        {
            foreach (var flipped in Damage.Flips(proof[i].Value))
            {
                var damaged = proof.ToArray();
                damaged[i] = new(proof[i].Key, flipped);
                Refused(Request(sample, sample.Body, damaged), $"one changed character in {proof[i].Key}");
            }
        }
    }

    private void MissingHeader(SampleWebhook sample)
    {
        var proof = sample.Sign(Unsigned(sample));
        foreach (var missing in proof)
        {
            Refused(Request(sample, sample.Body, proof.Where(p => p.Key != missing.Key)), $"a request without {missing.Key}");
            Refused(Request(sample, sample.Body, proof.Select(p => p.Key == missing.Key ? new(p.Key, "") : p)), $"an empty {missing.Key}");
        }
    }

    private void DamagedBody(SampleWebhook sample)
    {
        var proof = sample.Sign(Unsigned(sample));
        foreach (var flipped in Damage.Flips(sample.Body))
        {
            var request = Request(sample, flipped, proof);
            if (!SameForm(Request(sample, sample.Body, proof), request))
            {
                Refused(request, "one changed byte in the body");
            }
        }
    }

    /// <summary>Some providers sign a form's values, not its bytes; then two spellings of one value are no damage.</summary>
    private static bool SameForm(WebhookRequest left, WebhookRequest right)
    {
        try
        {
            return left.Form().Fields.SequenceEqual(right.Form().Fields);
        }
        catch (MalformedWebhookException)
        {
            return false;
        }
    }

    private void OtherAddress(SampleWebhook sample)
    {
        var proof = sample.Sign(Unsigned(sample));
        var address = Unsigned(sample).Url;
        var builder = new UriBuilder(address);
        foreach (var other in new[]
        {
            new UriBuilder(address) { Path = builder.Path + "x" },
            new UriBuilder(address) { Query = builder.Query.TrimStart('?') + "&x=1" },
            new UriBuilder(address) { Host = "x" + builder.Host },
        })
        {
            Refused(Request(sample, sample.Body, proof, other.Uri), "a request to another address");
        }
    }

    private void Stale(WebhookRequest request, TimeSpan age)
    {
        var account = _subject.ToAccount(later: age + TimeSpan.FromSeconds(1));
        var verdict = Receiver().Verify(request, account);
        Verify.Equal(WebhookRejection.StaleTimestamp, verdict.Rejection, "the rejection of an old request");
    }
}
