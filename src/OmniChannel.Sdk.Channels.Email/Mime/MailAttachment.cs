namespace OmniChannel.Channels.Email.Mime;

/// <summary>A part that is not the text of the mail: a file, an inline image, an attached message.</summary>
internal sealed class MailAttachment(MimePart part, string fileName, bool isInline)
{
    /// <summary>Never empty and harmless: made from the media type where the sender gave none.</summary>
    public string FileName { get; } = fileName;

    public string MediaType => part.ContentType.MediaType;

    public string? ContentId => part.ContentId;

    /// <summary>Shown in the text (a picture of an HTML body) rather than attached to it.</summary>
    public bool IsInline { get; } = isInline;

    public ReadOnlyMemory<byte> ReadContent() => part.DecodeBody();
}
