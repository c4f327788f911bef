namespace OmniChannel.Identity;

/// <summary>How much an identifier type says about who somebody is. Ties between stronger ones are taken first.</summary>
public enum IdentifierStrength
{
    /// <summary>Often shared or replaced: a device.</summary>
    Weak,

    /// <summary>Mostly one person's, sometimes a family's: a phone, an e-mail address.</summary>
    Medium,

    /// <summary>One person's by design: a login, a member number. Customers are not joined across two of the same type.</summary>
    Strong,
}
