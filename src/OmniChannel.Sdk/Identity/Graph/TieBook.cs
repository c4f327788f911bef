namespace OmniChannel.Identity.Graph;

/// <summary>Writes ties and counts distinct neighbours; knows when ties grow too old. Decides nothing.</summary>
internal sealed class TieBook(GraphStore store, TypeTable types)
{
    private readonly SortedDictionary<int, List<int>> _ends = [];

    public int Today { get; set; }

    public int Add(in Tie tie)
    {
        var number = store.AddTie(tie);
        Count(number, was: false, tie.Links);
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
        if (wasExpired && !tie.Has(TieFlags.Expired))
        {
            Remember(number);
        }
    }

    public void Remove(int number)
    {
        Count(number, store.Tie(number).Links, now: false);
        ForgetJoin(number);
        store.RemoveTie(number);
    }

    public bool IsTooOld(int left, int right, ushort seen) =>
        types.DaysOf(store[left].Type, store[right].Type) is > 0 and var days && seen + days < Today;

    /// <summary>The next tie that may have grown too old by a day; -1 for none.</summary>
    public int TakeEnded(int day)
    {
        while (_ends.Count > 0)
        {
            var (due, ties) = _ends.First();
            if (due > day)
            {
                return -1;
            }

            if (ties.Count == 0)
            {
                _ends.Remove(due);
                continue;
            }

            var number = ties[^1];
            ties.RemoveAt(ties.Count - 1);
            if (number < store.TieCount && store.Tie(number) is var tie && !tie.Has(TieFlags.Gone | TieFlags.Expired))
            {
                if (tie.Seen + types.DaysOf(store[tie.A].Type, store[tie.B].Type) < day)
                {
                    return number;
                }

                Remember(number);
            }
        }

        return -1;
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
        var tie = store.Tie(number);
        var days = types.HasTimeToLive ? types.DaysOf(store[tie.A].Type, store[tie.B].Type) : 0;
        if (days == 0 || tie.Has(TieFlags.Expired))
        {
            return;
        }

        var day = tie.Seen + days + 1;
        if (!_ends.TryGetValue(day, out var ties))
        {
            _ends[day] = ties = [];
        }

        ties.Add(number);
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

        var (a, b) = (tie.A, tie.B);
        store.Change(a).Neighbours += now ? 1 : -1;
        store.Change(b).Neighbours += now ? 1 : -1;
    }
}
