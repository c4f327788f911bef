using OmniChannel.Emulator.State;
using OmniChannel.Emulator.Twilio;

namespace OmniChannel.Emulator.Calls;

/// <summary>What every live call works with.</summary>
internal sealed record CallEquipment
{
    public required EmulatorOptions Options { get; init; }

    public required EmulatorStore Store { get; init; }

    public required EmulatorWork Work { get; init; }

    public required TwilioWebhooks Webhooks { get; init; }

    public required TimeProvider Time { get; init; }

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, Time, cancellationToken) : Task.CompletedTask;

    /// <summary>How long a sentence is spoken; wide characters count two.</summary>
    public TimeSpan SpeechOf(string text)
    {
        if (Options.Pace.CharactersPerSecond <= 0)
        {
            return TimeSpan.Zero;
        }

        var length = text.Sum(c => c >= '\u1100' ? 2 : 1);
        var spoken = TimeSpan.FromSeconds(length / Options.Pace.CharactersPerSecond);
        return spoken < Options.Pace.LongestSpeech ? spoken : Options.Pace.LongestSpeech;
    }
}
