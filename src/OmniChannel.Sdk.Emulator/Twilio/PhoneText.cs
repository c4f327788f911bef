namespace OmniChannel.Emulator.Twilio;

/// <summary>How numbers are written.</summary>
internal static class PhoneText
{
    public static bool IsE164(string number) =>
        number.Length is >= 8 and <= 16 && number[0] == '+' && number[1] != '0' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Separators that people type are dropped; the rest is the number, or the refusal.</summary>
    /// <exception cref="ArgumentException">It is no number in E.164. The text names no value.</exception>
    public static string Clean(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var clean = string.Concat(number.Where(c => c is not (' ' or '-' or '(' or ')')));
        return IsE164(clean) ? clean : throw new ArgumentException("A number is in E.164, such as +819012345678.");
    }
}
