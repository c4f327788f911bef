namespace OmniChannel.Channels.Email.Mime;

/// <summary>Why a message was not read at all.</summary>
internal enum MimeRefusal
{
    None = 0,
    Empty,
    MessageTooLarge,
    HeadersTooLarge,
}
