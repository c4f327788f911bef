namespace OmniChannel.Emulator.Calls;

/// <summary>The verbs that are followed ("TwiML for Programmable Voice").</summary>
internal abstract record TwimlVerb
{
    private TwimlVerb()
    {
    }

    internal sealed record Say : TwimlVerb
    {
        public required string Text { get; init; }

        public string? Language { get; init; }
    }

    internal sealed record Pause : TwimlVerb
    {
        public required TimeSpan Length { get; init; }
    }

    internal sealed record Gather : TwimlVerb
    {
        public Uri? Action { get; init; }

        public required bool TakesKeys { get; init; }

        public required bool TakesSpeech { get; init; }

        /// <summary>0 for any number.</summary>
        public required int Keys { get; init; }

        public required string FinishOnKey { get; init; }

        public required TimeSpan Timeout { get; init; }

        public required bool ActionOnEmptyResult { get; init; }

        public required IReadOnlyList<TwimlVerb> Prompts { get; init; }
    }

    internal sealed record Redirect : TwimlVerb
    {
        public required Uri Url { get; init; }
    }

    internal sealed record Dial : TwimlVerb
    {
        public required string Target { get; init; }

        public Uri? Action { get; init; }

        public required TimeSpan Timeout { get; init; }

        public string? CallerId { get; init; }

        public Uri? StatusCallback { get; init; }

        public required IReadOnlyList<string> StatusEvents { get; init; }
    }

    internal sealed record Hangup : TwimlVerb;
}
