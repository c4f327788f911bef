namespace OmniChannel.Engagement.Inbound;

/// <summary>Ties that were last seen longer ago than their types live no longer hold customers together.</summary>
internal static class TieStep
{
    public static void Expire(Turn turn, long atom) => turn.Identify((ledger, facts) => ledger.Expire(atom, turn.Now, facts));
}
