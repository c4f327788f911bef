using OmniChannel.Emulator.State;

namespace OmniChannel.Emulator.Mail;

/// <summary>What a mail session needs to know.</summary>
internal sealed record SmtpSettings
{
    public const int MaxSessions = 32;
    public const int MaxRecipients = 50;
    public const int MaxCommands = 500;

    public static TimeSpan SessionTime { get; } = TimeSpan.FromMinutes(5);

    public required int MaxBytes { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public required TimeSpan Slow { get; init; }

    public required TimeProvider Time { get; init; }

    public required Func<EmulatedOutage> Outage { get; init; }

    /// <summary>Takes a mail for its recipients.</summary>
    public required Action<IReadOnlyList<string>, ReadOnlyMemory<byte>> Take { get; init; }

    public override string ToString() => nameof(SmtpSettings);
}
