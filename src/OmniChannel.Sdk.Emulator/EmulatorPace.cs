namespace OmniChannel.Emulator;

/// <summary>How long things take. All of it can be zero, for tests.</summary>
public sealed class EmulatorPace
{
    /// <summary>The time between two receipts of a message, and before the first.</summary>
    /// <value>Default 400 ms.</value>
    public TimeSpan MessageStep { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How fast a voice speaks; a wide character counts two. Zero or less for at once.</summary>
    /// <value>Default 16 characters per second.</value>
    public double CharactersPerSecond { get; set; } = 16;

    /// <summary>The longest that one sentence takes.</summary>
    /// <value>Default 6 s.</value>
    public TimeSpan LongestSpeech { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>What a pause of a script is multiplied with; 0 leaves pauses out.</summary>
    /// <value>Default 1.</value>
    public double PauseFactor { get; set; } = 1;

    /// <summary>The silence after which keys or speech count as complete.</summary>
    /// <value>Default 1 s.</value>
    public TimeSpan InputGap { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an agent's phone rings before it answers itself.</summary>
    /// <value>Default 1.5 s.</value>
    public TimeSpan AgentAnswer { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long the REST API and the mail server take in <see cref="State.EmulatedOutage.Slow"/>.</summary>
    /// <value>Default 8 s.</value>
    public TimeSpan Slow { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>What <c>Retry-After</c> says while the API is unavailable; whole seconds.</summary>
    /// <value>Default 5 s.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The time before a webhook is tried again.</summary>
    /// <value>Default 500 ms.</value>
    public TimeSpan WebhookRetry { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>While webhooks are duplicated, each copy arrives within this time, in any order.</summary>
    /// <value>Default 300 ms.</value>
    public TimeSpan ShuffleWindow { get; set; } = TimeSpan.FromMilliseconds(300);
}
