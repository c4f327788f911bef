namespace OmniChannel.Identity.Graph;

/// <summary>
/// Two identifiers that one source saw together, 28 bytes: the best evidence for it and when that began. A tie links when it is more than a
/// claim, consented to and not too old. Times are seconds and days since 2000.
/// </summary>
internal struct Tie
{
    public int A;
    public int B;
    public int NextA;
    public int NextB;

    /// <summary>When it was first seen with its assurance.</summary>
    public uint First;

    /// <summary>The day it was last seen.</summary>
    public ushort Seen;

    public ushort Source;

    public Assurance Assurance
    {
        readonly get => (Assurance)_assurance;
        set => _assurance = (byte)value;
    }

    public TieFlags Flags;
    private byte _assurance;

    public readonly bool Links => _assurance > 0 && (Flags & (TieFlags.NoConsent | TieFlags.Expired | TieFlags.Gone)) == 0;

    public readonly bool Has(TieFlags flags) => (Flags & flags) != 0;

    public readonly int Other(int node) => A == node ? B : A;

    public readonly int NextOf(int node) => A == node ? NextA : NextB;
}
