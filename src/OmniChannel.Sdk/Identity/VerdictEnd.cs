namespace OmniChannel.Identity;

/// <summary>One of the two that a verdict is on: an atom by its number, or an identifier by its key.</summary>
internal readonly record struct VerdictEnd(long Atom, IdentifierKey Key)
{
    /// <summary>The number under which the pair is kept.</summary>
    public long Number => Atom != 0 ? Atom : Key.High;

    public IdentifierKey? KeyIfNoAtom => Atom != 0 ? null : Key;
}
