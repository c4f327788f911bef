namespace OmniChannel.Conversations;

/// <summary>Why a run on a channel began, where others ask for it.</summary>
internal static class LegReasons
{
    /// <summary>The customer asked again elsewhere: the one before was not answered.</summary>
    public const string FollowedUp = "leg.followed-up";
}
