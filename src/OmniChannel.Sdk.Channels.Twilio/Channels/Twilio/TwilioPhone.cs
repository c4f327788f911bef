namespace OmniChannel.Channels.Twilio;

/// <summary>What Twilio writes where a number should be.</summary>
internal static class TwilioPhone
{
    // Withheld caller ids arrive as words, or as those words spelt on a keypad: anonymous, restricted, blocked, unknown, unavailable.
    private static readonly HashSet<string> Withheld = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "anonymous", "restricted", "blocked", "unknown", "unavailable", "private", "asserted-identity",
        "266696687", "7378742833", "2562533", "8656696", "86282452253",
    };

    public static bool IsE164(string number) =>
        number.Length is >= 8 and <= 16 && number[0] == '+' && number[1] != '0' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    public static bool IsWithheld(string from) => Withheld.Contains(from.TrimStart('+'));

    /// <summary>The sender's own number as evidence; none for short codes, names, SIP addresses and withheld numbers.</summary>
    public static IReadOnlyList<IdentifierEvidence> Evidence(string from, string source) =>
        IsE164(from) && !IsWithheld(from)
            ? [new() { Identifier = Identifier.Phone(from), Assurance = Assurance.Observed, Source = source }]
            : [];
}
