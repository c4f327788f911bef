using System.Globalization;
using OmniChannel.Emulator.State;
using OmniChannel.Emulator.Twilio;

namespace OmniChannel.Emulator.Calls;

/// <summary>
/// One call from ringing to its end. A single loop plays scripts; the phones and the REST API only leave wishes (a new script, an end,
/// input) and interrupt it.
/// </summary>
internal sealed partial class LiveCall
{
    private readonly CallEquipment _equipment;
    private readonly CallerInput _input = new();
    private readonly Lock _gate = new();
    private CancellationTokenSource? _playing;
    private CallWish _wish;
    private bool _answered;
    private bool _finished;

    public LiveCall(CallEquipment equipment, EmulatedLine line, string from)
    {
        _equipment = equipment;
        Line = line;
        From = from;
    }

    public string Sid { get; } = EmulatorIds.Sid("CA");

    public EmulatedLine Line { get; }

    public string From { get; }

    /// <summary>True once it ended, even while the application is still being told.</summary>
    public bool IsOver
    {
        get
        {
            lock (_gate)
            {
                return _finished;
            }
        }
    }

    /// <summary>What the call goes on with next; the end wins over a script.</summary>
    private struct CallWish
    {
        public TwimlDocument? Script;
        public bool End;
    }

    /// <summary>False when the call is over.</summary>
    public bool End() => Wish(null, end: true);

    /// <summary>Leaves what is played and goes on with another script; false when the call is not in progress.</summary>
    public bool Replace(TwimlDocument script) => Wish(script, end: false);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failed = false;
        try
        {
            var script = await AskAsync(new() { Url = Line.Number.VoiceWebhook! }, "ringing", cancellationToken);
            failed = script is null;
            MarkAnswered(script is not null);
            while (TakeWish(script) is { } next)
            {
                script = await PlayAsync(next, cancellationToken);
            }
        }
        finally
        {
            Finish(failed);
        }

        await _equipment.Webhooks.PostAsync("call", Line.Account, Line.Number.VoiceWebhook!, EndFields(failed), cancellationToken);
    }

    private async Task<TwimlDocument?> PlayAsync(TwimlDocument script, CancellationToken cancellationToken)
    {
        CallStep? step;
        using (var playing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            if (!TryBegin(playing))
            {
                return null;
            }

            try
            {
                step = await PlayVerbsAsync(script.Verbs, playing.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            finally
            {
                StopPlaying();
            }
        }

        return step is null ? null : await AskAsync(step, "in-progress", cancellationToken);
    }

    private async Task<TwimlDocument?> AskAsync(CallStep step, string status, CancellationToken cancellationToken)
    {
        var reply = await _equipment.Webhooks.PostAsync("call", Line.Account, step.Url, [.. CallFields(status), .. step.Fields], cancellationToken);
        if (reply.IsSuccess && TwimlDocument.TryParse(reply.Body, out var script))
        {
            return script;
        }

        Hear("line", "An application error has occurred. Goodbye.", "en-US");
        return null;
    }

    private bool Wish(TwimlDocument? script, bool end)
    {
        lock (_gate)
        {
            if (_finished || (!end && !_answered))
            {
                return false;
            }

            _wish.Script = script ?? _wish.Script;
            _wish.End |= end;
            _playing?.Cancel();
            return true;
        }
    }

    /// <summary>What to play next: a wish goes before what the script led to.</summary>
    private TwimlDocument? TakeWish(TwimlDocument? led)
    {
        lock (_gate)
        {
            var next = _wish.End ? null : _wish.Script ?? led;
            _wish.Script = null;
            _finished = next is null;
            return next;
        }
    }

    private bool TryBegin(CancellationTokenSource playing)
    {
        lock (_gate)
        {
            _playing = playing;
            return !_wish.End && _wish.Script is null;
        }
    }

    private void StopPlaying()
    {
        lock (_gate)
        {
            _playing = null;
        }
    }

    private bool WantsEnd()
    {
        lock (_gate)
        {
            return _wish.End;
        }
    }

    private void MarkAnswered(bool answered)
    {
        lock (_gate)
        {
            _answered = answered;
        }

        if (answered)
        {
            Change(c => c with { Status = "in-progress", Phase = "speaking", AnsweredAt = _equipment.Time.GetUtcNow() });
        }
    }

    private void Finish(bool failed)
    {
        lock (_gate)
        {
            _finished = true;
        }

        Change(c => c with { Status = EndStatus(failed), Phase = "ended", EndedAt = _equipment.Time.GetUtcNow() });
    }

    private string EndStatus(bool failed) => failed ? "failed" : _answered ? "completed" : "no-answer";

    private void Change(Func<EmulatedCall, EmulatedCall> change) => _equipment.Store.ChangeCall(Sid, change);

    private void Phase(string phase) => Change(c => c with { Phase = phase });

    private void Hear(string who, string text, string? language = null) =>
        _equipment.Store.AddLine(Sid, new() { Who = who, Text = text, Language = language, At = _equipment.Time.GetUtcNow() });

    private List<KeyValuePair<string, string>> CallFields(string status) =>
    [
        new("CallSid", Sid), new("From", From), new("To", Line.Number.Number), new("Caller", From), new("Called", Line.Number.Number),
        new("CallStatus", WantsEnd() ? "completed" : status), new("Direction", "inbound"),
    ];

    private List<KeyValuePair<string, string>> EndFields(bool failed)
    {
        var call = _equipment.Store.Current.Calls.FirstOrDefault(c => c.Sid == Sid);
        var talked = call?.AnsweredAt is { } answered ? _equipment.Time.GetUtcNow() - answered : TimeSpan.Zero;
        return
        [
            new("CallSid", Sid), new("From", From), new("To", Line.Number.Number), new("CallStatus", EndStatus(failed)),
            new("Direction", "inbound"), new("CallbackSource", "call-progress-events"), new("SequenceNumber", "0"),
            new("Timestamp", _equipment.Webhooks.Timestamp()),
            new("CallDuration", ((int)talked.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
