using System.Text;
using OmniChannel.Webhooks;

namespace OmniChannel.Fakes;

/// <summary>A telephone provider: webhooks in, call commands as words out, in the answer or by a call of ours.</summary>
internal sealed class WebhookDouble
    : IChannelAdapter<WebhookDoubleOptions>, IWebhookReceiver<WebhookDoubleOptions>, IWebhookResponder<WebhookDoubleOptions>, ICallControl<WebhookDoubleOptions>,
        INamesMessages<WebhookDoubleOptions>
{
    public ChannelCapabilities Describe(ChannelAccount<WebhookDoubleOptions> account) => account.Options.Script.Capabilities;

    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<WebhookDoubleOptions> account, CancellationToken cancellationToken) =>
        Task.FromResult(account.Options.Script.OnSend(message));

    public string? IdOf(OutboundMessage message, ChannelAccount<WebhookDoubleOptions> account) => account.Options.Script.IdOf(message);

    public WebhookVerdict Verify(WebhookRequest request, ChannelAccount<WebhookDoubleOptions> account) => WebhookVerdict.Accept;

    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, ChannelAccount<WebhookDoubleOptions> account) => account.Options.Script.Parse(request);

    public WebhookResponse Respond(WebhookRequest request, WebhookOutcome outcome, ChannelAccount<WebhookDoubleOptions> account)
    {
        account.Options.Script.OnRespond();
        return new() { Body = Encoding.UTF8.GetBytes((outcome.IsDuplicate ? "again " : "") + string.Join(", ", outcome.Commands.Select(Word))) };
    }

    public Task<SendResult> ControlAsync(CallCommand command, string sessionId, ChannelAccount<WebhookDoubleOptions> account, CancellationToken cancellationToken)
    {
        lock (account.Options.Script.Controlled)
        {
            account.Options.Script.Controlled.Add(command);
        }

        return Task.FromResult(SendResult.Sent());
    }

    private static string Word(CallCommand command) => command switch
    {
        WaitCommand wait => FormattableString.Invariant($"wait {wait.Position} {wait.ExpectedWait?.TotalSeconds:0}"),
        ConnectCommand connect => "connect " + connect.Target,
        SayCommand say => "say " + say.Text,
        GatherCommand gather => "gather " + gather.Text,
        _ => "hang-up",
    };
}
