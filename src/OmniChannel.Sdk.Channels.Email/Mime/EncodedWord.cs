namespace OmniChannel.Channels.Email.Mime;

/// <summary>Where the pieces of an encoded word lie in the text it was found in.</summary>
internal readonly record struct EncodedWord(
    int CharsetStart, int CharsetLength, int TextStart, int TextLength, int End, bool IsBase64);
