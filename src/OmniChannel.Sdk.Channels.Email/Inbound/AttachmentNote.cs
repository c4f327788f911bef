using System.Globalization;
using System.Text.Json;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>What is kept of an attachment as long as there is no place for its bytes.</summary>
internal sealed record AttachmentNote
{
    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required long Length { get; init; }

    public bool IsInline { get; init; }

    public static NativeContent From(MailAttachment attachment)
    {
        var note = new AttachmentNote
        {
            FileName = attachment.FileName,
            MediaType = attachment.MediaType,
            Length = attachment.ReadContent().Length,
            IsInline = attachment.IsInline,
        };
        return new()
        {
            Type = "attachment",
            Data = JsonSerializer.Serialize(note, EmailJsonContext.Default.AttachmentNote),
            Fallback = string.Create(CultureInfo.InvariantCulture, $"[{note.FileName}, {note.MediaType}, {Math.Max(1, (note.Length + 1023) / 1024)} KB]"),
        };
    }
}
