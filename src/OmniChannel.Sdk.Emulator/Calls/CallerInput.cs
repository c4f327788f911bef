using System.Text;

namespace OmniChannel.Emulator.Calls;

/// <summary>Keys and speech of the caller while a script listens. Thread-safe.</summary>
internal sealed class CallerInput
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _keys = new();
    private string _speech = "";
    private TaskCompletionSource _arrived = NewSignal();

    public (string Keys, string Speech, Task Arrived) Peek()
    {
        lock (_gate)
        {
            return (_keys.ToString(), _speech, _arrived.Task);
        }
    }

    public void Press(string keys) => Change(() => _keys.Append(keys));

    public void Speak(string text) => Change(() => _speech = _speech.Length == 0 ? text : _speech + " " + text);

    public void Clear()
    {
        lock (_gate)
        {
            _keys.Clear();
            _speech = "";
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            change();
            signal = _arrived;
            _arrived = NewSignal();
        }

        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
