namespace OmniChannel.Engagement.Bots;

/// <summary>What a node does.</summary>
internal enum TreeNodeKind
{
    Choice,
    Question,
    Verify,
    Say,
    HandOff,
    Close,
}
