using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator.Calls;

/// <summary>An agent's phone while it is dialled: what somebody does with it.</summary>
internal sealed class AgentPhone(string target, string? name)
{
    private readonly TaskCompletionSource<bool> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Sid { get; } = EmulatorIds.Sid("CA");

    public string Target { get; } = target;

    /// <summary>True when it was answered, false when it was declined.</summary>
    public Task<bool> Answer => _answer.Task;

    public Task HungUp => _hungUp.Task;

    public EmulatedAgentLeg Leg(string status) => new() { Sid = Sid, Target = Target, Name = name, Status = status };

    public void PickUp() => _answer.TrySetResult(true);

    /// <summary>Declines while it rings, hangs up in a talk.</summary>
    public void HangUp()
    {
        _answer.TrySetResult(false);
        _hungUp.TrySetResult();
    }
}
