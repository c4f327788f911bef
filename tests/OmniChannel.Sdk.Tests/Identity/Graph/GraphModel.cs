namespace OmniChannel.Identity.Graph;

/// <summary>
/// The partition written down as plainly as it is defined: lists and loops, nothing kept between two questions. Slow.
/// </summary>
internal sealed class GraphModel(IdentityRules rules)
{
    private readonly List<Seen> _seen = [];
    private readonly Dictionary<(IdentifierKey, IdentifierKey), (bool Apart, long At)> _verdicts = [];
    private readonly Dictionary<IdentifierKey, (bool Allowed, long At)> _linking = [];
    private readonly SortedDictionary<int, IdentifierRef> _all = [];
    private readonly List<ModelTie> _together = [];
    private int _day;

    public void Observe(IdentifierRef first, IdentifierRef second, IdentityEvidence evidence)
    {
        Add(first);
        Add(second);
        _seen.Add(new(first, second, evidence));
    }

    public void Retract(IdentifierRef first, IdentifierRef second, string source) =>
        _seen.RemoveAll(s => s.Evidence.Source == source && s.Is(first.Key, second.Key));

    public void Detach(IdentifierKey key)
    {
        _seen.RemoveAll(s => s.First.Key == key || s.Second.Key == key);
        _together.RemoveAll(t => t.Touches(key));
    }

    public void Verdict(IdentifierKey first, IdentifierKey second, bool apart, DateTimeOffset at)
    {
        var pair = Pair(first, second);
        if (!_verdicts.TryGetValue(pair, out var known) || at.Ticks > known.At || (at.Ticks == known.At && apart))
        {
            _verdicts[pair] = (apart, at.Ticks);
            _together.RemoveAll(t => apart && t.Is(first, second));
        }
    }

    public void Merge(IdentifierRef first, IdentifierRef second, DateTimeOffset at)
    {
        if (_verdicts.TryGetValue(Pair(first.Key, second.Key), out var known) && at.Ticks <= known.At)
        {
            return;
        }

        _verdicts[Pair(first.Key, second.Key)] = (false, at.Ticks);
        _together.RemoveAll(t => t.Is(first.Key, second.Key));
        _together.Add(new(first, second, Assurance.Verified, at, true));
    }

    public void Link(IdentifierKey key, bool allowed, DateTimeOffset at)
    {
        if (_all.Values.Any(i => i.Key == key) && (!_linking.TryGetValue(key, out var known) || at.Ticks > known.At || (at.Ticks == known.At && !allowed)))
        {
            _linking[key] = (allowed, at.Ticks);
        }
    }

    public void AdvanceTo(DateTimeOffset now) => _day = Math.Max(_day, GraphTime.Day(now));

    public void Erase(IReadOnlyCollection<IdentifierKey> gone)
    {
        _seen.RemoveAll(s => gone.Contains(s.First.Key) || gone.Contains(s.Second.Key));
        _together.RemoveAll(t => t.Touches(gone.Contains));
        foreach (var key in gone)
        {
            _linking.Remove(key);
        }

        foreach (var place in _all.Where(i => gone.Contains(i.Value.Key)).Select(i => i.Key).ToList())
        {
            _all.Remove(place);
        }

        foreach (var pair in _verdicts.Keys.Where(p => gone.Contains(p.Item1) || gone.Contains(p.Item2)).ToList())
        {
            _verdicts.Remove(pair);
        }
    }

    /// <summary>The values that are also tied to somebody outside a customer, and would stay when it is erased.</summary>
    public IReadOnlyList<IdentifierKey> OthersToo(IReadOnlyCollection<IdentifierKey> customer)
    {
        var ties = Linking();
        var hubs = Hubs(ties);
        return [.. _all.Values.Where(i => customer.Contains(i.Key) && rules.Types[i.Type].Strength != IdentifierStrength.Strong
            && ties.Any(t => t.Touches(i.Key) && t.Other(i.Key) is var other && !customer.Contains(other) && !hubs.Contains(other) && !IsForbidden(other) && !hubs.Contains(i.Key) && !IsForbidden(i.Key) && !IsContested(t, ties, hubs))).Select(i => i.Key)];
    }

    /// <summary>The customers, each as the sorted keys of its identifiers.</summary>
    public IReadOnlyList<string> Partition()
    {
        var ties = Linking();
        var hubs = Hubs(ties);
        var group = _all.Values.ToDictionary(i => i.Key, i => new List<IdentifierRef> { i });
        foreach (var tie in ties.Where(t => !t.Touches(hubs.Contains) && !t.Touches(IsForbidden) && !IsContested(t, ties, hubs))
            .OrderByDescending(t => t.IsVerdict).ThenByDescending(t => t.Assurance)
            .ThenByDescending(t => t.Weights(rules).Stronger.Strength).ThenByDescending(t => t.Weights(rules).Weaker.Strength)
            .ThenByDescending(t => t.Weights(rules).Stronger.Priority).ThenByDescending(t => t.Weights(rules).Weaker.Priority)
            .ThenBy(t => t.Since).ThenBy(t => t.Low.High).ThenBy(t => t.Low.Low).ThenBy(t => t.High.High).ThenBy(t => t.High.Low))
        {
            var (a, b) = (group[tie.First.Key], group[tie.Second.Key]);
            if (a != b && MayJoin(a, b, tie, ties, hubs))
            {
                a.AddRange(b);
                b.ForEach(i => group[i.Key] = a);
            }
        }

        return [.. group.Values.Distinct().Select(Text).Order(StringComparer.Ordinal)];
    }

    public static string Text(IEnumerable<IdentifierRef> customer) => string.Join(' ', customer.Select(i => $"{i.Key.High:x}").Order(StringComparer.Ordinal));

    private void Add(IdentifierRef identifier)
    {
        if (!_all.Values.Any(i => i.Key == identifier.Key))
        {
            _all[_all.Count == 0 ? 0 : _all.Keys.Max() + 1] = identifier;
        }
    }

    private bool IsForbidden(IdentifierKey key) => _linking.TryGetValue(key, out var said) && !said.Allowed;

    private bool MayJoin(List<IdentifierRef> a, List<IdentifierRef> b, ModelTie tie, List<ModelTie> ties, HashSet<IdentifierKey> hubs)
    {
        if (a.Count + b.Count > rules.MostIdentifiersPerCustomer || a.Any(x => b.Any(y => _verdicts.TryGetValue(Pair(x.Key, y.Key), out var v) && v.Apart)))
        {
            return false;
        }

        var proved = IsProved(tie, ties, hubs);
        return tie.IsVerdict || rules.Types.Select((type, number) => (type, number)).All(t =>
        {
            var (left, right) = proved ? (a.Count(i => i.Type == t.number), b.Count(i => i.Type == t.number)) : (Has(a, t.number, ties), Has(b, t.number, ties));
            var most = proved ? t.type.PerCustomer : t.type.PerCustomerObserved ?? t.type.PerCustomer;
            return left == 0 || right == 0 || most is null || left + right <= most;
        });
    }

    private bool IsProved(ModelTie tie, List<ModelTie> ties, HashSet<IdentifierKey> hubs) =>
        tie.Assurance == Assurance.Verified || IsSole(tie.First, ties, hubs) || IsSole(tie.Second, ties, hubs);

    /// <summary>A customer's members of a type, or what one of its strong members is proved to have where that is more.</summary>
    private int Has(List<IdentifierRef> customer, int type, List<ModelTie> ties) => customer
        .Where(i => rules.Types[i.Type] is { Strength: IdentifierStrength.Strong, PerCustomer: not null })
        .Select(i => Beside(i, ties.Where(t => t.Assurance == Assurance.Verified)).Count(v => v.Type == type && !IsNobodys(v, ties)))
        .Append(customer.Count(i => i.Type == type)).Max();

    private bool IsNobodys(IdentifierRef value, List<ModelTie> ties) => rules.Types[value.Type].SharedBy is { } most && Beside(value, ties).Count() > 4 * most;

    /// <summary>All that it is seen with is proved to be one strong identifier's, and two things of it are seen with no other of its type.</summary>
    private bool IsSole(IdentifierRef value, List<ModelTie> ties, HashSet<IdentifierKey> hubs)
    {
        if (rules.Types[value.Type] is { Strength: IdentifierStrength.Strong } or { PerCustomer: null, PerCustomerObserved: null } || hubs.Contains(value.Key))
        {
            return false;
        }

        var beside = Beside(value, ties).ToList();
        var few = beside.Where(o => !hubs.Contains(o.Key)).ToList();
        var owners = few.Select(o => Owners(o, ties)).ToList();
        return beside.TrueForAll(o => rules.Types[o.Type].Strength != IdentifierStrength.Strong)
            && owners.TrueForAll(o => o.Count == 1 && o[0] == owners[0][0])
            && few.Count(o => Beside(o, ties).Count(v => v.Type == value.Type) == 1) > 1;
    }

    /// <summary>A weak value that two strong ones of a type prove to be theirs; where none does, two that prove what it is seen with.</summary>
    private bool IsPeoples(IdentifierRef value, List<ModelTie> ties, HashSet<IdentifierKey> hubs)
    {
        if (rules.Types[value.Type] is not { Strength: IdentifierStrength.Weak, PerCustomer: null, PerCustomerObserved: null } || hubs.Contains(value.Key))
        {
            return false;
        }

        var owners = HasStrong(value, ties)
            ? Owners(value, ties)
            : Beside(value, ties).Where(o => !hubs.Contains(o.Key)).Select(o => Owners(o, ties)).Where(o => o.Count == 1).SelectMany(o => o).ToList();
        return owners.Distinct().Count() > 1;
    }

    private List<IdentifierKey> Owners(IdentifierRef value, List<ModelTie> ties) =>
        [.. Beside(value, ties.Where(t => t.Assurance == Assurance.Verified)).Where(o => rules.Types[o.Type].Strength == IdentifierStrength.Strong).Select(o => o.Key)];

    private static IEnumerable<IdentifierRef> Beside(IdentifierRef one, IEnumerable<ModelTie> ties) =>
        ties.Where(t => t.Touches(one.Key)).Select(t => t.First.Key == one.Key ? t.Second : t.First).DistinctBy(o => o.Key);

    private List<ModelTie> Linking()
    {
        var ties = new List<ModelTie>();
        foreach (var said in _seen.GroupBy(s => (Pair(s.First.Key, s.Second.Key), s.Evidence.Source)))
        {
            var best = said.Max(s => s.Evidence.Assurance);
            var last = said.Max(s => GraphTime.Day(s.Evidence.At));
            var one = said.First();
            var days = new[] { rules.Types[one.First.Type], rules.Types[one.Second.Type] }.Where(t => t.TimeToLive is not null)
                .Select(t => (int)t.TimeToLive!.Value.TotalDays).DefaultIfEmpty(int.MaxValue / 2).Min();
            if (best > Assurance.Claimed && said.All(s => s.Evidence.MayLink) && last + days >= _day)
            {
                ties.Add(new(one.First, one.Second, best, said.Where(s => s.Evidence.Assurance == best).Min(s => s.Evidence.At), false));
            }
        }

        ties.AddRange(_together);
        return ties;
    }

    private bool IsContested(ModelTie tie, List<ModelTie> ties, HashSet<IdentifierKey> hubs) => (!tie.IsVerdict && (IsPeoples(tie.First, ties, hubs) || IsPeoples(tie.Second, ties, hubs))) || (!IsProved(tie, ties, hubs)
        && ((IsContested(tie.First, ties) && (IsFree(tie.Second) || HasStrong(tie.First, ties)))
            || (IsContested(tie.Second, ties) && (IsFree(tie.First) || HasStrong(tie.Second, ties)))));

    private bool HasStrong(IdentifierRef value, List<ModelTie> ties) =>
        ties.Any(t => t.Touches(value.Key) && rules.Types[(t.First.Key == value.Key ? t.Second : t.First).Type].Strength == IdentifierStrength.Strong);

    private bool IsFree(IdentifierRef identifier) => rules.Types[identifier.Type] is { PerCustomer: null, PerCustomerObserved: null };

    private bool IsContested(IdentifierRef value, List<ModelTie> ties) => rules.Types[value.Type].Strength != IdentifierStrength.Strong
        && ties.Where(t => t.Touches(value.Key)).Select(t => t.First.Key == value.Key ? t.Second : t.First).Distinct().GroupBy(o => o.Type)
            .Any(g => g.Count() > (rules.Types[g.Key].PerCustomerObserved ?? rules.Types[g.Key].PerCustomer ?? int.MaxValue));

    private HashSet<IdentifierKey> Hubs(List<ModelTie> ties) =>
        [.. _all.Values.Where(i => rules.Types[i.Type].SharedBy is { } most && ties.Where(t => t.Touches(i.Key)).Select(t => t.Other(i.Key)).Distinct().Count() > most).Select(i => i.Key)];

    private static (IdentifierKey, IdentifierKey) Pair(IdentifierKey a, IdentifierKey b) => (a.High, a.Low).CompareTo((b.High, b.Low)) < 0 ? (a, b) : (b, a);

    private sealed record Seen(IdentifierRef First, IdentifierRef Second, IdentityEvidence Evidence)
    {
        public bool Is(IdentifierKey a, IdentifierKey b) => (First.Key == a && Second.Key == b) || (First.Key == b && Second.Key == a);
    }
}
