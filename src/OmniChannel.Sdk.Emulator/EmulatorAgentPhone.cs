namespace OmniChannel.Emulator;

/// <summary>How one agent's phone behaves when it is dialled.</summary>
public sealed class EmulatorAgentPhone
{
    /// <summary>What is dialled: a number in E.164, or a SIP address such as <c>sip:aoki@pbx.example</c>.</summary>
    public string Target { get; set; } = "";

    /// <summary>The name shown to whoever watches; null for none.</summary>
    public string? Name { get; set; }

    /// <summary>False when it only rings, until somebody answers or declines through <see cref="OmniEmulator"/>.</summary>
    /// <value>Default true.</value>
    public bool AnswersItself { get; set; } = true;

    /// <summary>How long it rings before it answers itself; null for <see cref="EmulatorPace.AgentAnswer"/>.</summary>
    public TimeSpan? AnswerDelay { get; set; }
}
