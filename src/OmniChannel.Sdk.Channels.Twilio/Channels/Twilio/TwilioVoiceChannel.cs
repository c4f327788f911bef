using System.Globalization;

namespace OmniChannel.Channels.Twilio;

/// <summary>
/// Phone calls through Twilio: incoming calls are answered with TwiML, and live calls are changed through the Calls resource.
/// Thread-safe.
/// </summary>
public sealed class TwilioVoiceChannel
    : IChannelAdapter<TwilioVoiceOptions>, IWebhookReceiver<TwilioVoiceOptions>, IWebhookResponder<TwilioVoiceOptions>, ICallControl<TwilioVoiceOptions>
{
    /// <summary>"Call resource": the most characters that the Twiml parameter takes.</summary>
    private const int MaxTwiml = 4000;

    private const string Xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private readonly HttpClient _http;
    private long _controls;

    /// <summary>Takes the client that calls the REST API; its time-out bounds a call of it. The caller disposes it.</summary>
    public TwilioVoiceChannel(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
    }

    /// <inheritdoc/>
    public ChannelCapabilities Describe(ChannelAccount<TwilioVoiceOptions> account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new()
        {
            Medium = ChannelMedium.Voice,
            DisplayName = "Phone",
            // Half of what the Twiml parameter takes, for the markup around it; more than anybody listens to.
            Text = new(2000, LimitUnit.Utf16Units),
            Choice = new(9, new(100, LimitUnit.Utf16Units)),
            Delivery = DeliveryMode.Response,
            WebhookDeadline = TimeSpan.FromSeconds(15),
            MaxWebhookBytes = 64 * 1024,
            SendsPerSecond = account.Options.SendsPerSecond,
        };
    }

    /// <inheritdoc/>
    public WebhookVerdict Verify(WebhookRequest request, ChannelAccount<TwilioVoiceOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(account);
        return TwilioSignature.Verify(request, account.Options.AuthTokens);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, ChannelAccount<TwilioVoiceOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [TwilioVoiceEvents.Parse(VoiceRequest.Read(request))];
    }

    /// <inheritdoc/>
    public WebhookResponse Respond(WebhookRequest request, WebhookOutcome outcome, ChannelAccount<TwilioVoiceOptions> account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(account);
        var call = VoiceRequest.Read(request);
        if (call.IsReport)
        {
            return WebhookResponse.Ok;
        }

        // After a talk with an agent, a call that nobody has plans for is over: polling on would leave the caller in silence.
        IReadOnlyList<CallCommand> commands = outcome.Commands.Count == 0 && TwilioVoiceEvents.Parse(call) is SignalReceived { Signal: var s } && s == SignalKind.CallEnded
            ? [new HangUpCommand()]
            : outcome.Commands;
        var webhook = account.WebhookUrl ?? new Uri(request.Url.GetLeftPart(UriPartial.Path));
        return WebhookResponse.Text(Xml + new TwimlWriter(account.Options, webhook, call.Step).Write(commands), "text/xml; charset=utf-8");
    }

    /// <inheritdoc/>
    public Task<SendResult> ControlAsync(
        CallCommand command, string sessionId, ChannelAccount<TwilioVoiceOptions> account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(account);
        if (command is HangUpCommand)
        {
            return UpdateAsync(new("Status", "completed"), sessionId, account, cancellationToken);
        }

        if (command is ConnectCommand connect && DialTarget.Read(connect.Target) is null)
        {
            return Task.FromResult(SendResult.Failed(SendErrorKind.Permanent, "dial-target", "An agent's phone is tel: with E.164, or sip:"));
        }

        // The instant and a count: no other step of the call, before or after a restart, has the same origin.
        var origin = string.Create(
            CultureInfo.InvariantCulture, $"{account.Time.GetUtcNow().ToUnixTimeMilliseconds():x}-{Interlocked.Increment(ref _controls):x}.");
        return SayAsync([command], VoiceStep.Begin(origin), sessionId, account, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Speaks during a live call that waits, then lets it poll. Without a call there is nobody to speak to.</remarks>
    public async Task<SendResult> SendAsync(
        OutboundMessage message, ChannelAccount<TwilioVoiceOptions> account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(account);
        if (string.IsNullOrEmpty(message.SessionId))
        {
            return SendResult.Failed(SendErrorKind.Unreachable, "no-call", "There is no live call");
        }

        var commands = message.Contents.Select(c => Spoken(c, message.Locale)).OfType<CallCommand>().ToList();
        if (commands.Count < message.Contents.Count)
        {
            return SendResult.Failed(SendErrorKind.ContentRefused, "content-kind", "A call carries text and choices only");
        }

        var step = VoiceStep.Begin(message.Id + ".");
        var result = await SayAsync(commands, step, message.SessionId, account, cancellationToken).ConfigureAwait(false);
        return result.IsSent ? SendResult.Sent($"{message.SessionId}:{message.Id}") : result;
    }

    private static CallCommand? Spoken(MessageContent content, Locale locale) => content switch
    {
        TextContent text => new SayCommand { Text = text.Text, Locale = locale },
        ChoiceContent choice => new GatherCommand { Text = choice.Text, Options = choice.Options, Locale = locale },
        _ => null,
    };

    private Task<SendResult> SayAsync(
        IReadOnlyList<CallCommand> commands,
        VoiceStep step,
        string callSid,
        ChannelAccount<TwilioVoiceOptions> account,
        CancellationToken cancellationToken)
    {
        if (account.WebhookUrl is not { } webhook)
        {
            return Task.FromResult(SendResult.Failed(SendErrorKind.Permanent, "no-webhook", "Set PublicBaseUrl: Twilio must reach the host"));
        }

        var twiml = new TwimlWriter(account.Options, webhook, step).Write(commands);
        return twiml.Length > MaxTwiml
            ? Task.FromResult(SendResult.Failed(SendErrorKind.ContentRefused, "too-long", "The text is too long to speak at once"))
            : UpdateAsync(new("Twiml", twiml), callSid, account, cancellationToken);
    }

    private async Task<SendResult> UpdateAsync(
        KeyValuePair<string, string> field, string callSid, ChannelAccount<TwilioVoiceOptions> account, CancellationToken cancellationToken)
    {
        // The SID becomes part of a path: only letters and digits may.
        if (!TwilioAccountRules.IsSid(callSid, "CA"))
        {
            return SendResult.Failed(SendErrorKind.Unreachable, "no-call", "The session is no call of Twilio's");
        }

        var result = await TwilioApi.PostAsync(
            _http, account.Options, $"Calls/{callSid}.json", [field], account.Time, cancellationToken).ConfigureAwait(false);
        return result.Error is { Code: "20404" or "404" } gone
            ? SendResult.Failed(gone with { Kind = SendErrorKind.Unreachable, Reason = "Twilio knows no such call" })
            : result;
    }
}
