namespace OmniChannel.Channels.Email.Mime;

/// <summary>One field, unfolded, its bytes decoded as UTF-8 where possible; encoded words are still encoded.</summary>
internal readonly record struct MimeHeader(string Name, string Value);
