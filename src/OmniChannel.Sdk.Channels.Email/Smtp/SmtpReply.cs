namespace OmniChannel.Channels.Email.Smtp;

/// <summary>One reply, its lines without code.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 300;

    public bool IsTransientFailure => Code is >= 400 and < 500;

    public bool IsPermanentFailure => Code is >= 500 and < 600;

    /// <summary>The enhanced status of the first line if its class fits the code (RFC 2034).</summary>
    public string? EnhancedStatus
    {
        get
        {
            var token = Lines.Count == 0 ? "" : Lines[0].Split(' ')[0];
            var parts = token.Split('.');
            return parts.Length == 3 && parts[0] == (Code / 100).ToString(System.Globalization.CultureInfo.InvariantCulture)
                && parts.All(p => p.Length is >= 1 and <= 3 && p.All(char.IsAsciiDigit))
                ? token
                : null;
        }
    }
}
