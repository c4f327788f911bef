using System.Globalization;
using OmniChannel.Emulator.State;
using OmniChannel.Emulator.Webhooks;

namespace OmniChannel.Emulator.Twilio;

/// <summary>Text messages both ways.</summary>
internal sealed class MessageDesk(
    EmulatorOptions options, EmulatorStore store, EmulatorWork work, TwilioWebhooks webhooks, TimeProvider time)
{
    private static readonly string[] StopWords = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE"];
    private static readonly string[] StartWords = ["START", "UNSTOP", "YES"];
    private readonly Lock _gate = new();
    private readonly HashSet<(string Customer, string Number)> _stopped = [];

    /// <summary>A customer's phone sends; ends when the application answered.</summary>
    public async Task<(string Sid, WebhookReply Reply)> ReceiveAsync(
        EmulatedLine line, string from, string text, CancellationToken cancellationToken)
    {
        var message = new EmulatedSms
        {
            Sid = EmulatorIds.Sid("SM"),
            From = from,
            To = line.Number.Number,
            Text = text,
            FromApplication = false,
            Status = "sending",
            At = time.GetUtcNow(),
        };
        NoteOptOut(message);
        store.Add(message);
        var segments = Math.Max(1, (text.Length + 152) / 153).ToString(CultureInfo.InvariantCulture);
        var reply = await webhooks.PostAsync(
            "sms",
            line.Account,
            line.Number.SmsWebhook ?? throw new InvalidOperationException("The number has no SmsWebhook."),
            [
                new("MessageSid", message.Sid), new("SmsMessageSid", message.Sid), new("SmsSid", message.Sid),
                new("From", from), new("To", message.To), new("Body", text), new("NumMedia", "0"),
                new("NumSegments", segments), new("SmsStatus", "received"),
            ],
            cancellationToken);
        store.SetStatus(message.Sid, reply.IsSuccess ? "received" : "failed");
        return (message.Sid, reply);
    }

    public bool IsStopped(string customer, string number)
    {
        lock (_gate)
        {
            return _stopped.Contains((customer, number));
        }
    }

    /// <summary>The application sends: it is accepted now, and travels and is reported later.</summary>
    public EmulatedSms Accept(EmulatedLine line, string to, string text, IReadOnlyList<Uri> media, Uri? statusCallback)
    {
        var message = new EmulatedSms
        {
            Sid = EmulatorIds.Sid("SM"),
            From = line.Number.Number,
            To = to,
            Text = text,
            Media = media,
            FromApplication = true,
            Status = "queued",
            At = time.GetUtcNow(),
        };
        store.Add(message);
        work.Run(stopped => TravelAsync(line, message, statusCallback, stopped));
        return message;
    }

    public void Reset()
    {
        lock (_gate)
        {
            _stopped.Clear();
        }
    }

    private async Task TravelAsync(EmulatedLine line, EmulatedSms message, Uri? statusCallback, CancellationToken cancellationToken)
    {
        var reports = new List<Task>();
        foreach (var status in new[] { "queued", "sent", "delivered" })
        {
            if (options.Pace.MessageStep > TimeSpan.Zero)
            {
                await Task.Delay(options.Pace.MessageStep, time, cancellationToken);
            }

            store.SetStatus(message.Sid, status);
            if (statusCallback is null)
            {
                continue;
            }

            var report = webhooks.PostAsync("receipt", line.Account, statusCallback, Receipt(message, status), cancellationToken);
            reports.Add(report);
            if (!store.Current.Switches.Duplicates)
            {
                await report;
            }
        }

        await Task.WhenAll(reports);
    }

    private static KeyValuePair<string, string>[] Receipt(EmulatedSms message, string status) =>
    [
        new("MessageSid", message.Sid), new("SmsSid", message.Sid), new("MessageStatus", status), new("SmsStatus", status),
        new("From", message.From), new("To", message.To),
    ];

    private void NoteOptOut(EmulatedSms message)
    {
        var word = message.Text.Trim().ToUpperInvariant();
        lock (_gate)
        {
            if (StopWords.Contains(word))
            {
                _stopped.Add((message.From, message.To));
            }
            else if (StartWords.Contains(word))
            {
                _stopped.Remove((message.From, message.To));
            }
        }
    }
}
