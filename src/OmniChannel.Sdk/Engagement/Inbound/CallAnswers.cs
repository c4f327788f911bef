using System.Collections.Concurrent;

namespace OmniChannel.Engagement.Inbound;

/// <summary>Requests of providers that wait for a call's instructions, by call.</summary>
internal sealed class CallAnswers
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<IReadOnlyList<CallCommand>>> _waiting = new(StringComparer.Ordinal);

    /// <summary>Begins to wait; of two requests for one call the newer one gets the answer.</summary>
    public Task<IReadOnlyList<CallCommand>> Expect(string sessionId) =>
        _waiting.AddOrUpdate(sessionId, _ => New(), (_, _) => New()).Task;

    public void Give(CallInstruction instruction)
    {
        if (_waiting.TryRemove(instruction.SessionId, out var waiting))
        {
            waiting.TrySetResult(instruction.Commands);
        }
    }

    /// <summary>Ends one wait; a newer one for the same call stays.</summary>
    public void Forget(string sessionId, Task<IReadOnlyList<CallCommand>> waiting)
    {
        if (_waiting.TryGetValue(sessionId, out var found) && found.Task == waiting)
        {
            _waiting.TryRemove(new(sessionId, found));
        }
    }

    private static TaskCompletionSource<IReadOnlyList<CallCommand>> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
