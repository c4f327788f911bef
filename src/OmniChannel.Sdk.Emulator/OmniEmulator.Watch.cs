using System.Runtime.CompilerServices;
using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator;

/// <content>Waiting for what happens, on signals.</content>
public sealed partial class OmniEmulator
{
    /// <summary>Each state from now on, whole; states that follow each other faster than they are read are skipped.</summary>
    public async IAsyncEnumerable<EmulatorSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var (snapshot, changed) = _store.Observe();
            yield return snapshot;
            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The first state, from now on, for which the condition holds.</summary>
    public async Task<EmulatorSnapshot> WaitAsync(Func<EmulatorSnapshot, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        while (true)
        {
            var (snapshot, changed) = _store.Observe();
            if (condition(snapshot))
            {
                return snapshot;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The first text that a phone has received and that the condition holds for; the past counts.</summary>
    public async Task<EmulatedSms> WaitForSmsAsync(
        string number, Func<EmulatedSms, bool>? condition = null, CancellationToken cancellationToken = default)
    {
        bool Fits(EmulatedSms m) => m.FromApplication && m.To == number && (condition?.Invoke(m) ?? true);
        return (await WaitAsync(s => s.Messages.Any(Fits), cancellationToken)).Messages.First(Fits);
    }

    /// <summary>The first mail that a mailbox has received and that the condition holds for; the past counts.</summary>
    public async Task<EmulatedMail> WaitForMailAsync(
        string address, Func<EmulatedMail, bool>? condition = null, CancellationToken cancellationToken = default)
    {
        bool Fits(EmulatedMail m) =>
            m.FromApplication && m.To.Equals(address, StringComparison.OrdinalIgnoreCase) && (condition?.Invoke(m) ?? true);
        return (await WaitAsync(s => s.Mails.Any(Fits), cancellationToken)).Mails.First(Fits);
    }

    /// <summary>The call once the condition holds.</summary>
    public async Task<EmulatedCall> WaitForCallAsync(
        string callSid, Func<EmulatedCall, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        bool Fits(EmulatedCall c) => c.Sid == callSid && condition(c);
        return (await WaitAsync(s => s.Calls.Any(Fits), cancellationToken)).Calls.First(Fits);
    }
}
