namespace OmniChannel.Emulator.State;

/// <summary>The one snapshot, replaced whole under a lock, and a signal of the next change.</summary>
internal sealed class EmulatorStore(EmulatorSnapshot initial)
{
    private const int MaxMessages = 200;
    private const int MaxCalls = 20;
    private const int MaxLines = 100;
    private const int MaxMails = 50;
    private const int MaxWebhooks = 30;
    private readonly Lock _gate = new();
    private EmulatorSnapshot _current = initial;
    private TaskCompletionSource _changed = NewSignal();

    public EmulatorSnapshot Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>The snapshot, and a task that ends when it is no longer the latest.</summary>
    public (EmulatorSnapshot Snapshot, Task Changed) Observe()
    {
        lock (_gate)
        {
            return (_current, _changed.Task);
        }
    }

    public void Update(Func<EmulatorSnapshot, EmulatorSnapshot> change)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            _current = change(_current) with { Version = _current.Version + 1 };
            signal = _changed;
            _changed = NewSignal();
        }

        signal.SetResult();
    }

    public void Add(EmulatedSms message) => Update(s => s with { Messages = Append(s.Messages, message, MaxMessages) });

    public void SetStatus(string messageSid, string status) => Update(s => s with
    {
        Messages = [.. s.Messages.Select(m => m.Sid == messageSid ? m with { Status = status } : m)],
    });

    public void Add(EmulatedMail mail) => Update(s => s with { Mails = Append(s.Mails, mail, MaxMails) });

    public void SetMailStatus(string id, string status) => Update(s => s with
    {
        Mails = [.. s.Mails.Select(m => m.Id == id ? m with { Status = status } : m)],
    });

    public void Add(EmulatedCall call) => Update(s => s with { Calls = Append(s.Calls, call, MaxCalls) });

    public void ChangeCall(string sid, Func<EmulatedCall, EmulatedCall> change) => Update(s => s with
    {
        Calls = [.. s.Calls.Select(c => c.Sid == sid ? change(c) : c)],
    });

    public void AddLine(string callSid, EmulatedCallLine line) =>
        ChangeCall(callSid, c => c with { Lines = Append(c.Lines, line, MaxLines) });

    public void Add(EmulatedWebhook webhook) => Update(s => s with { Webhooks = Append(s.Webhooks, webhook, MaxWebhooks) });

    private static IReadOnlyList<T> Append<T>(IReadOnlyList<T> list, T item, int max) => [.. list.Skip(Math.Max(0, list.Count + 1 - max)), item];

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
