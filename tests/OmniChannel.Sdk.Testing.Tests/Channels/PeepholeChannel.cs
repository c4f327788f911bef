using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Webhooks;

namespace OmniChannel.Testing.Tests.Channels;

/// <summary>The smallest stream channel, right unless told to be wrong.</summary>
internal sealed class PeepholeChannel(PeepholeFlaw flaw) : IChannelAdapter<PeepholeOptions>, IStreamChannel<PeepholeOptions>
{
    public IReadOnlyList<StreamAsset> Assets { get; } =
        [new() { Path = "page.js", ContentType = "text/javascript", Open = () => new MemoryStream("export {}"u8.ToArray()) }];

    public ChannelCapabilities Describe(ChannelAccount<PeepholeOptions> account) => new() { DisplayName = "Peephole", Delivery = DeliveryMode.Stream };

    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<PeepholeOptions> account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(SendResult.Failed(SendErrorKind.Permanent));
    }

    public StreamVerdict Authenticate(WebhookRequest request, ChannelAccount<PeepholeOptions> account)
    {
        if (request.Path == "sessions")
        {
            var visitor = RandomNumberGenerator.GetHexString(32, lowercase: true);
            var expiry = request.ReceivedAt.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return StreamVerdict.Accept(new() { SenderId = visitor }, $"{visitor}.{expiry}.{Sign(visitor, expiry, account)}");
        }

        var token = request.Headers["Authorization"] is { Length: > 7 } header ? header[7..] : request.Query["token"];
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return StreamVerdict.Refuse("There is no token.");
        }

        if (flaw != PeepholeFlaw.BelievesAnyToken && !WebhookSignature.SecretEquals([Sign(parts[0], parts[1], account)], parts[2]))
        {
            return StreamVerdict.Refuse("The token is not ours.");
        }

        var expires = long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
        return expires <= request.ReceivedAt.ToUnixTimeSeconds() && flaw != PeepholeFlaw.IgnoresExpiry
            ? StreamVerdict.Refuse("The token has expired.")
            : StreamVerdict.Accept(new() { SenderId = parts[0] });
    }

    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, StreamVisitor visitor, ChannelAccount<PeepholeOptions> account)
    {
        using var json = request.Json();
        var id = json.RootElement.GetProperty("id").GetString()!;
        return
        [
            new MessageReceived
            {
                DedupeKey = flaw == PeepholeFlaw.KeysByClientAlone ? id : $"{visitor.SenderId}:{id}",
                Sender = flaw == PeepholeFlaw.BelievesTheBody ? json.RootElement.GetProperty("from").GetString()! : visitor.SenderId,
                OccurredAt = request.ReceivedAt,
                Content = [new TextContent(json.RootElement.GetProperty("text").GetString()!)],
            },
        ];
    }

    public StreamFrame? Render(StreamEntry entry, ChannelAccount<PeepholeOptions> account)
    {
        if (entry.Entry.IsPrivate && flaw != PeepholeFlaw.ShowsNotes)
        {
            return null;
        }

        var text = entry.Entry.Content?.Preview ?? "";
        var by = flaw switch
        {
            PeepholeFlaw.ShowsAgentIds => entry.Entry.AuthorId,
            PeepholeFlaw.ShowsReasons => entry.Entry.Reason?.Code,
            _ => entry.AuthorName,
        };
        var data = JsonSerializer.Serialize(new { entry.Sequence, text, by });
        return new() { Event = "entry", Data = flaw == PeepholeFlaw.BreaksLines ? data.Replace(",", ",\n", StringComparison.Ordinal) : data };
    }

    private string Sign(string visitor, string expiry, ChannelAccount<PeepholeOptions> account)
    {
        var scope = flaw == PeepholeFlaw.ForgetsTheAccount ? "" : account.Id.ToString();
        return Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(account.Options.Secret), Encoding.UTF8.GetBytes($"{scope}.{visitor}.{expiry}")));
    }
}
