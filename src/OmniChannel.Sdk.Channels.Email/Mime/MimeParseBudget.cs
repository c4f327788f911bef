namespace OmniChannel.Channels.Email.Mime;

/// <summary>What is left to spend on the message being parsed, and what was found wrong so far.</summary>
internal sealed class MimeParseBudget(MimeLimits limits)
{
    public MimeLimits Limits { get; } = limits;

    public int PartsLeft { get; private set; } = limits.MaxParts;

    public MimeDefects Defects { get; private set; }

    public void Note(MimeDefects defect) => Defects |= defect;

    public bool TryTakePart()
    {
        if (PartsLeft <= 0)
        {
            Note(MimeDefects.TooManyParts);
            return false;
        }

        PartsLeft--;
        return true;
    }
}
