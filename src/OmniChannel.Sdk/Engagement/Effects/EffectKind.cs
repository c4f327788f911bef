namespace OmniChannel.Engagement.Effects;

/// <summary>What an effect does.</summary>
internal enum EffectKind
{
    BotTurn,
    CustomerLookup,
    OneTimeCode,
    CallControl,
    Matching,
}
