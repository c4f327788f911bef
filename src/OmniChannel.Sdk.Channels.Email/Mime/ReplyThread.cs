namespace OmniChannel.Channels.Email.Mime;

/// <summary>What In-Reply-To and References of an answer must say (RFC 5322 section 3.6.4).</summary>
internal static class ReplyThread
{
    public static IReadOnlyList<string> References(InboundMail parent)
    {
        IReadOnlyList<string> known = parent.References.Count > 0 ? parent.References
            : parent.InReplyTo.Count == 1 ? parent.InReplyTo
            : [];
        return parent.MessageId is { } id ? [.. known.Where(r => r != id), id] : known;
    }

    /// <summary>"Re: " once, whatever the parent had: RE:, Re[2]:, 返信:.</summary>
    public static string Subject(string parentSubject)
    {
        var subject = parentSubject.AsSpan().Trim();
        while (PrefixLength(subject) is var length and > 0)
        {
            subject = subject[length..].TrimStart();
        }

        return $"Re: {subject}";
    }

    private static int PrefixLength(ReadOnlySpan<char> subject)
    {
        var colon = subject[..Math.Min(subject.Length, 8)].IndexOfAny(':', '：');
        if (colon < 2)
        {
            return 0;
        }

        var word = subject[..colon].TrimEnd("][ 0123456789").ToString().ToLowerInvariant();
        return word is "re" or "返信" or "aw" or "sv" ? colon + 1 : 0;
    }
}
