namespace OmniChannel.Engagement.Inbound;

/// <summary>Requests of providers that wait for a call's instructions, by call. A request and its retry may wait together: both get the answer.</summary>
internal sealed class CallAnswers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<TaskCompletionSource<IReadOnlyList<CallCommand>>>> _waiting = new(StringComparer.Ordinal);

    /// <summary>Begins to wait.</summary>
    public Task<IReadOnlyList<CallCommand>> Expect(string sessionId)
    {
        var waiting = new TaskCompletionSource<IReadOnlyList<CallCommand>>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_waiting.TryGetValue(sessionId, out var others))
            {
                others.Add(waiting);
            }
            else
            {
                _waiting[sessionId] = [waiting];
            }
        }

        return waiting.Task;
    }

    public void Give(CallInstruction instruction)
    {
        List<TaskCompletionSource<IReadOnlyList<CallCommand>>>? waiting;
        lock (_gate)
        {
            _waiting.Remove(instruction.SessionId, out waiting);
        }

        waiting?.ForEach(w => w.TrySetResult(instruction.Commands));
    }

    /// <summary>Ends one wait; others for the same call stay.</summary>
    public void Forget(string sessionId, Task<IReadOnlyList<CallCommand>> waiting)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(sessionId, out var all) && all.RemoveAll(w => w.Task == waiting) > 0 && all.Count == 0)
            {
                _waiting.Remove(sessionId);
            }
        }
    }
}
