using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Outbound;

/// <summary>From a planned message to a mail.</summary>
internal static class MailComposer
{
    private const int MaxSubject = 120;

    /// <summary>Null when a content is no text, or nothing is said.</summary>
    public static OutboundMail? Compose(OutboundMessage message, ChannelAccount<EmailOptions> account, string to)
    {
        var texts = message.Contents.Select(c => (c as TextContent)?.Text.ReplaceLineEndings("\n")).ToList();
        var text = string.Join("\n\n", texts.Where(t => !string.IsNullOrWhiteSpace(t)));
        if (texts.Contains(null) || text.Length == 0)
        {
            return null;
        }

        var options = account.Options;
        return new()
        {
            From = new() { Address = options.From, Name = options.FromName },
            To = [new() { Address = to }],
            Subject = Subject(message.Thread, text, options),
            Text = text,
            Date = account.Time.GetUtcNow(),
            MessageId = MailIds.For(message, options),
            InReplyTo = message.Thread?.InReplyTo,
            References = References(message.Thread),
        };
    }

    private static string Subject(MessageThread? thread, string text, EmailOptions options)
    {
        if (!string.IsNullOrWhiteSpace(thread?.Subject))
        {
            return thread.InReplyTo is null && thread.References.Count == 0 ? thread.Subject : ReplyThread.Subject(thread.Subject);
        }

        if (!string.IsNullOrWhiteSpace(options.DefaultSubject))
        {
            return options.DefaultSubject;
        }

        var line = text.Split('\n').Select(l => l.Trim()).First(l => l.Length > 0);
        return line.Length <= MaxSubject ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[MaxSubject - 1]) ? MaxSubject - 1 : MaxSubject), "…");
    }

    private static IReadOnlyList<string> References(MessageThread? thread) => thread switch
    {
        null => [],
        { InReplyTo: { } id } => [.. thread.References.Where(r => r != id), id],
        _ => thread.References,
    };
}
