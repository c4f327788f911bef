using OmniChannel.Emulator.Twilio;

namespace OmniChannel.Emulator.Calls;

/// <summary>The live calls. Thread-safe.</summary>
internal sealed class CallDesk(CallEquipment equipment)
{
    private const int MaxCalls = 20;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LiveCall> _calls = new(StringComparer.Ordinal);

    public LiveCall? Find(string sid)
    {
        lock (_gate)
        {
            return _calls.GetValueOrDefault(sid);
        }
    }

    /// <exception cref="InvalidOperationException">The phone is in a call, too many are, or the number takes no calls.</exception>
    public LiveCall Start(EmulatedLine line, string from)
    {
        if (line.Number.VoiceWebhook is null)
        {
            throw new InvalidOperationException("The number has no VoiceWebhook.");
        }

        var call = new LiveCall(equipment, line, from);
        lock (_gate)
        {
            if (_calls.Count >= MaxCalls || _calls.Values.Any(c => c.From == from && !c.IsOver))
            {
                throw new InvalidOperationException("The phone is in a call already, or too many phones are.");
            }

            _calls.Add(call.Sid, call);
        }

        equipment.Store.Add(new State.EmulatedCall
        {
            Sid = call.Sid,
            From = from,
            To = line.Number.Number,
            Status = "ringing",
            Phase = "ringing",
            StartedAt = equipment.Time.GetUtcNow(),
        });
        equipment.Work.Run(stopped => RunAsync(call, stopped));
        return call;
    }

    public void EndAll()
    {
        List<LiveCall> all;
        lock (_gate)
        {
            all = [.. _calls.Values];
        }

        all.ForEach(c => c.End());
    }

    private async Task RunAsync(LiveCall call, CancellationToken cancellationToken)
    {
        try
        {
            await call.RunAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                _calls.Remove(call.Sid);
            }
        }
    }
}
