namespace OmniChannel.Identity.Identifiers;

/// <summary>What a mail provider says of its addresses' local parts.</summary>
internal sealed record EmailProvider
{
    /// <summary>The domain that its others are compared as.</summary>
    public required string Domain { get; init; }

    /// <summary>Characters that make no difference.</summary>
    public string Ignored { get; init; } = "";

    /// <summary>True when what follows a plus sign is a tag of the owner's.</summary>
    public bool HasTags { get; init; }

    /// <summary>The compared form of a local part; upper and lower case are the same.</summary>
    public int Fold(ReadOnlySpan<char> local, Span<char> destination)
    {
        var tag = HasTags ? local.IndexOf('+') : -1;
        var written = 0;
        foreach (var c in tag > 0 ? local[..tag] : local)
        {
            if (!Ignored.Contains(c))
            {
                destination[written++] = char.ToLowerInvariant(c);
            }
        }

        return written;
    }
}
