namespace OmniChannel.Channels.Email.Mime;

/// <summary>The fields read from the start of an entity and where its body begins.</summary>
internal readonly record struct HeaderBlock(MimeHeaders Headers, int BodyOffset, bool TooLarge);
