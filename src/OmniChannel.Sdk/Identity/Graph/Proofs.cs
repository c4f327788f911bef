namespace OmniChannel.Identity.Graph;

/// <summary>
/// Whose a value is by proof: what strong identifiers are tied to by verified evidence, also where the tie was refused. Read from the ties
/// alone, so that it is the same in whatever order they came, and whoever is one customer.
/// </summary>
internal sealed class Proofs(GraphStore store, TypeTable types)
{
    /// <summary>A value on more others than this is not looked into: it makes nobody the only one.</summary>
    public const int MostLooked = 32;

    // On so many times more others than it may be, a value is not even a household's: "none@none.example" says nothing of who has it.
    private const long Crowd = 4;

    /// <summary>
    /// True when a tie proves that a strong identifier's owner has a value of a limited type. Until the value is on far too many others, it
    /// counts as the owner's, even where it is with somebody else.
    /// </summary>
    public bool IsProof(in Tie tie) =>
        tie.Links && tie.Assurance == Assurance.Verified && (IsOf(store[tie.A], store[tie.B]) || IsOf(store[tie.B], store[tie.A]));

    /// <summary>How many of each limited type a strong identifier is proved to have.</summary>
    public ulong CountsOf(int strong)
    {
        ulong counts = 0;
        for (var at = store[strong].Ties - 1; at >= 0; at = store.Tie(at).NextOf(strong) - 1)
        {
            if (Proves(strong, at) && !Repeats(strong, at))
            {
                counts = Lanes.Add(counts, types.CountOf(store[store.Tie(at).Other(strong)].Type));
            }
        }

        return counts;
    }

    /// <summary>A customer's members of each limited type, or what its strong ones are proved to have where that is more.</summary>
    public ulong CountsOfAll(int root)
    {
        var counts = store[root].Counts;
        if ((counts & types.Strong) == 0)
        {
            return counts;
        }

        for (var node = root; ;)
        {
            if (types.IsOwner(store[node].Type))
            {
                counts = Lanes.Max(counts, CountsOf(node));
            }

            node = store[node].Next;
            if (node == root)
            {
                return counts;
            }
        }
    }

    /// <summary>True when all that strong members of a customer are proved to have is with it, or with another.</summary>
    public bool AreWith(int root, int other)
    {
        if ((store[root].Counts & types.Strong) == 0)
        {
            return true;
        }

        for (var node = root; ;)
        {
            if (types.IsOwner(store[node].Type) && !IsWith(node, root, other))
            {
                return false;
            }

            node = store[node].Next;
            if (node == root)
            {
                return true;
            }
        }
    }

    /// <summary>What is told of a value by all that it is seen with; see <see cref="NodeFlags.Told"/>.</summary>
    public bool IsTold(int value)
    {
        ref readonly var node = ref store[value];
        return node.Neighbours is >= 2 and <= MostLooked && !node.Has(NodeFlags.Hub)
            && (types.CountOf(node.Type) != 0 ? (node.Beside & types.Strong) == 0 && !types.IsStrong(node.Type) && IsSole(value)
                : types.IsWeak(node.Type) && IsPeoples(value));
    }

    /// <summary>True when a value is on so many others that having it says nothing.</summary>
    public bool IsNobodys(in Node value) => value.Neighbours > Crowd * types.SharedBy(value.Type);

    /// <summary>True when one more or one less makes the difference for <see cref="IsNobodys"/>.</summary>
    public bool IsBeside(in Node value) => value.Neighbours - (Crowd * types.SharedBy(value.Type)) is 0 or 1;

    /// <summary>
    /// True when a value can only be one person's: all that it is seen with is proved to be the same strong identifier's, two things of it
    /// at least are seen with no other value of its type, and nobody proved the value itself. Things on too many others do not count.
    /// </summary>
    private bool IsSole(int value)
    {
        ref readonly var node = ref store[value];
        var (owner, first, several) = (-1, -1, false);
        for (var at = node.Ties - 1; at >= 0; at = store.Tie(at).NextOf(value) - 1)
        {
            ref readonly var tie = ref store.Tie(at);
            var other = tie.Other(value);
            if (!tie.Links || store[other].Has(NodeFlags.Hub))
            {
                continue;
            }

            if (types.IsStrong(store[other].Type) || OwnerOf(other) is not (>= 0 and var whose) || (owner >= 0 && whose != owner))
            {
                return false;
            }

            owner = whose;
            if (Lanes.IsOne(store[other].Beside, types.CountOf(node.Type)))
            {
                several |= first >= 0 && other != first;
                first = other;
            }
        }

        return several;
    }

    /// <summary>
    /// True when a weak value, such as a device, is proved to be two people's: two of them by themselves; or, where it is nobody's by
    /// proof, things that it is seen with.
    /// </summary>
    private bool IsPeoples(int value)
    {
        Span<int> owners = stackalloc int[Lanes.Count];
        owners.Fill(-1);
        var direct = (store[value].Beside & types.Strong) != 0;
        for (var at = store[value].Ties - 1; at >= 0; at = store.Tie(at).NextOf(value) - 1)
        {
            ref readonly var tie = ref store.Tie(at);
            var other = tie.Other(value);
            if (tie.Links && (IsOwnerOf(tie, other) || (!direct && !store[other].Has(NodeFlags.Hub) && (other = OwnerOf(other)) >= 0)))
            {
                ref var owner = ref owners[types.LaneOf(store[other].Type)];
                if (owner >= 0 && owner != other)
                {
                    return true;
                }

                owner = other;
            }
        }

        return false;
    }

    private bool IsOwnerOf(in Tie tie, int end) => tie.Assurance == Assurance.Verified && types.IsOwner(store[end].Type);

    /// <summary>The strong identifier that a value is proved to be of; negative for none, or several.</summary>
    private int OwnerOf(int value)
    {
        var owner = -1;
        if (store[value].Neighbours > MostLooked)
        {
            return owner;
        }

        for (var at = store[value].Ties - 1; at >= 0; at = store.Tie(at).NextOf(value) - 1)
        {
            ref readonly var tie = ref store.Tie(at);
            if (tie.Links && IsOwnerOf(tie, tie.Other(value)))
            {
                if (owner >= 0 && owner != tie.Other(value))
                {
                    return -1;
                }

                owner = tie.Other(value);
            }
        }

        return owner;
    }

    private bool IsWith(int strong, int root, int other)
    {
        for (var at = store[strong].Ties - 1; at >= 0; at = store.Tie(at).NextOf(strong) - 1)
        {
            if (Proves(strong, at) && store[store.Tie(at).Other(strong)].Root is var whose && whose != root && whose != other)
            {
                return false;
            }
        }

        return true;
    }

    private bool Proves(int strong, int number)
    {
        ref readonly var tie = ref store.Tie(number);
        return tie.Links && tie.Assurance == Assurance.Verified && IsOf(store[strong], store[tie.Other(strong)]);
    }

    private bool IsOf(in Node strong, in Node value) => types.IsOwner(strong.Type) && types.CountOf(value.Type) != 0 && !IsNobodys(value);

    // Two sources may prove the same.
    private bool Repeats(int strong, int number)
    {
        var other = store.Tie(number).Other(strong);
        for (var at = store[strong].Ties - 1; at != number; at = store.Tie(at).NextOf(strong) - 1)
        {
            if (store.Tie(at).Other(strong) == other && Proves(strong, at))
            {
                return true;
            }
        }

        return false;
    }
}
