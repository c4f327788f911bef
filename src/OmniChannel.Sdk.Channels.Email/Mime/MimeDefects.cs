namespace OmniChannel.Channels.Email.Mime;

/// <summary>What was wrong with a message that could be read all the same.</summary>
[Flags]
internal enum MimeDefects
{
    None = 0,
    NoHeaders = 1,
    MalformedHeader = 2,
    PartHeadersTooLarge = 4,
    TooDeep = 8,
    TooManyParts = 16,
    MissingBoundary = 32,
    BoundaryNotFound = 64,
    MissingCloseDelimiter = 128,
}
