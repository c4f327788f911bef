namespace OmniChannel.Identity.Graph;

/// <summary>Writes ties and counts distinct neighbours; knows when ties grow too old. Decides nothing.</summary>
internal sealed class TieBook(GraphStore store, TypeTable types, Proofs proofs)
{
    private readonly SortedDictionary<int, List<int>> _ends = [];

    public int Today { get; set; }

    /// <summary>Nodes of which other ties count than before, since it was last emptied: what is seen beside them says otherwise whose they are.</summary>
    public List<int> Turned { get; } = [];

    public int Add(in Tie tie)
    {
        var number = store.AddTie(tie);
        Count(number, was: false, tie.Links);
        Look(tie.A, tie.B);
        Remember(number);
        return number;
    }

    public void Change(int number, Assurance assurance, uint first, ushort seen, TieFlags flags)
    {
        ref var tie = ref store.ChangeTie(number);
        var (was, wasExpired) = (tie.Links, tie.Has(TieFlags.Expired));
        tie.Assurance = assurance;
        tie.First = first;
        tie.Seen = seen;
        tie.Flags = flags;
        Count(number, was, tie.Links);
        Look(tie.A, tie.B);
        if (wasExpired && !tie.Has(TieFlags.Expired))
        {
            Remember(number);
        }
    }

    public void Remove(int number)
    {
        var (a, b) = (store.Tie(number).A, store.Tie(number).B);
        Count(number, store.Tie(number).Links, now: false);
        ForgetJoin(number);
        store.RemoveTie(number);
        Look(a, b);
    }

    public void SetHub(int node, bool hub)
    {
        ref var changed = ref store.Change(node);
        changed.Flags = hub ? changed.Flags | NodeFlags.Hub : changed.Flags & ~NodeFlags.Hub;
        Look(node);
        LookBeside(node);
    }

    public bool IsTooOld(int left, int right, ushort seen) =>
        types.DaysOf(store[left].Type, store[right].Type) is > 0 and var days && seen + days < Today;

    /// <summary>Ties that no longer link by a day, in the order of their numbers.</summary>
    public List<int> TakeEnded(int day)
    {
        var ended = new SortedSet<int>();
        while (_ends.Count > 0 && _ends.First() is var (due, ties) && due <= day)
        {
            _ends.Remove(due);
            foreach (var number in ties)
            {
                if (DayAfter(number) is not { } end)
                {
                    continue;
                }

                if (end <= day)
                {
                    ended.Add(number);
                }
                else
                {
                    Remember(number);
                }
            }
        }

        return [.. ended];
    }

    /// <summary>Starts over with when ties grow too old: after time was rolled back.</summary>
    public void RememberAll()
    {
        _ends.Clear();
        for (var number = 0; number < store.TieCount; number++)
        {
            if (!store.Tie(number).Has(TieFlags.Gone))
            {
                Remember(number);
            }
        }
    }

    // Kept by the first sight only: when the day comes and the tie was seen since, it is put on its new day.
    private void Remember(int number)
    {
        if (DayAfter(number) is not { } day)
        {
            return;
        }

        if (!_ends.TryGetValue(day, out var ties))
        {
            _ends[day] = ties = [];
        }

        ties.Add(number);
    }

    /// <summary>The first day on which a tie no longer links; null when there is none. A slot may hold another tie than it once did.</summary>
    private int? DayAfter(int number)
    {
        if (!types.HasTimeToLive || number >= store.TieCount)
        {
            return null;
        }

        ref readonly var tie = ref store.Tie(number);
        if (tie.Has(TieFlags.Gone | TieFlags.Expired))
        {
            return null;
        }

        var days = types.DaysOf(store[tie.A].Type, store[tie.B].Type);
        return days == 0 ? null : tie.Seen + days + 1;
    }

    // A slot is used again: nobody may still name it as what joined them.
    private void ForgetJoin(int number)
    {
        var root = store[store.Tie(number).A].Root;
        if (root != store[store.Tie(number).B].Root)
        {
            return;
        }

        for (var node = store[root].Next; node != root; node = store[node].Next)
        {
            if (store[node].JoinedBy == number + 1)
            {
                store.Change(node).JoinedBy = 0;
            }
        }
    }

    private void Count(int number, bool was, bool now)
    {
        ref readonly var tie = ref store.Tie(number);
        if (was == now || store.HasOtherLink(tie.A, tie.B, number))
        {
            return;
        }

        Count(tie.A, tie.B, number, now);
        Count(tie.B, tie.A, number, now);
    }

    private void Count(int node, int other, int number, bool now)
    {
        ref var counted = ref store.Change(node);
        var was = types.ContestOf(counted.Type, counted.Beside);
        counted.Neighbours += now ? 1 : -1;
        var one = types.CountOf(store[other].Type);
        counted.Beside = now ? Lanes.Add(counted.Beside, one) : Lanes.IsFull(counted.Beside, one) ? Recount(node, number) : counted.Beside - one;
        if (was != types.ContestOf(counted.Type, counted.Beside))
        {
            Turned.Add(node);
        }

        if (proofs.IsBeside(counted))
        {
            TurnStrong(node);
        }
    }

    // A value became nobody's or ceased to be: whose it was is counted otherwise.
    private void TurnStrong(int node)
    {
        for (var at = store[node].Ties - 1; at >= 0; at = store.Tie(at).NextOf(node) - 1)
        {
            if (types.IsOwner(store[store.Tie(at).Other(node)].Type))
            {
                Turned.Add(store.Tie(at).Other(node));
            }
        }
    }

    /// <summary>Two nodes are tied otherwise than before: looks whose they, and what is seen with them, can be.</summary>
    private void Look(int a, int b)
    {
        Look(a);
        Look(b);
        LookBesideIf(a, b);
        LookBesideIf(b, a);
    }

    // Whose a thing is, and with how many values of a type it is seen, matters to all that it is seen with.
    private void LookBesideIf(int node, int other)
    {
        ref readonly var seen = ref store[node];
        var type = store[other].Type;
        if (!types.IsStrong(seen.Type) && !seen.Has(NodeFlags.Hub)
            && (types.IsStrong(type) || types.CountOf(type) != 0
                ? seen.Neighbours <= Proofs.MostLooked + 1
                : seen.Neighbours is Proofs.MostLooked or Proofs.MostLooked + 1))
        {
            LookBeside(node);
        }
    }

    private void LookBeside(int node)
    {
        for (var at = store[node].Ties - 1; at >= 0; at = store.Tie(at).NextOf(node) - 1)
        {
            Look(store.Tie(at).Other(node));
        }
    }

    private void Look(int node)
    {
        ref readonly var seen = ref store[node];
        if (types.IsStrong(seen.Type) || (seen.Neighbours < 2 && !seen.Has(NodeFlags.Told)))
        {
            return;
        }

        if (proofs.IsTold(node) != seen.Has(NodeFlags.Told))
        {
            store.Change(node).Flags ^= NodeFlags.Told;
            Turned.Add(node);
        }
    }

    // A full count does not tell how many there were.
    private ulong Recount(int node, int except)
    {
        var seen = new HashSet<int>();
        ulong counts = 0;
        for (var at = store[node].Ties - 1; at >= 0; at = store.Tie(at).NextOf(node) - 1)
        {
            ref readonly var tie = ref store.Tie(at);
            if (at != except && tie.Links && seen.Add(tie.Other(node)))
            {
                counts = Lanes.Add(counts, types.CountOf(store[tie.Other(node)].Type));
            }
        }

        return counts;
    }
}
