namespace OmniChannel.Identity.Matching.Live;

/// <summary>
/// All customer records as the matcher knows them, by atom. A record that changed is taken in anew and its former state counts no more, until
/// the base is built again. For one thread at a time.
/// </summary>
internal sealed class KnownRecords
{
    // More states that count no more than this part of the base hide others in its blocks.
    private const int StaleShare = 4;
    private const int FewestGrown = 1_000;
    private readonly RecordColumns _columns;
    private readonly LiveMatcher _matcher;
    private readonly List<long> _atoms = [];
    private readonly Dictionary<long, int> _records = [];
    private readonly int _built;
    private int _stale;

    public KnownRecords(TrainedMatcher trained, RecordColumns columns, IReadOnlyList<(long Atom, CustomerRecord Record)> records, int threads)
    {
        _columns = columns;
        var set = new RecordSet(_columns.Names);
        foreach (var (atom, record) in records)
        {
            _records[atom] = _atoms.Count;
            _atoms.Add(atom);
            set.Add(_columns.Read(record));
        }

        // Matches grow with the records, pairs with their square.
        var rarer = Math.Min(1, (double)trained.Records / Math.Max(1, records.Count));
        var options = new MatchOptions { Model = trained.Model with { Prior = trained.Model.Prior * rarer }, MaxDegreeOfParallelism = threads };
        _matcher = new(new RecordMatcher(trained.Schema, options).Match(set), trained.Threshold);
        _built = records.Count;
    }

    public int Count => _records.Count;

    /// <summary>True when it has changed so much that it should be built again: keys and frequencies are learned only then.</summary>
    public bool IsWorn => _stale > FewestGrown + (_built / StaleShare) || _atoms.Count - _built > FewestGrown + _built;

    /// <summary>Forgets a record.</summary>
    public void Remove(long atom)
    {
        if (_records.Remove(atom, out var number))
        {
            _atoms[number] = 0;
            _stale++;
        }
    }

    /// <summary>Takes a record in and gives those that may be the same person, strongest first.</summary>
    public IReadOnlyList<FoundMatch> Take(long atom, CustomerRecord record, int most)
    {
        Remove(atom);
        var found = _matcher.Add(_columns.Read(record));
        _atoms.Add(atom);
        _records[atom] = found.Record;
        return
        [
            .. found.Links.Concat(found.Possible).Where(p => _atoms[p.Left] != 0).DistinctBy(p => p.Left).OrderByDescending(p => p.Bits).ThenBy(p => _atoms[p.Left])
                .Take(most).Select(p => Found(found.Record, p.Left)),
        ];
    }

    private FoundMatch Found(int record, int other)
    {
        var why = _matcher.Explain(other, record);
        return new()
        {
            Other = _atoms[other],
            Bits = Math.Round(why.Bits, 2),
            Threshold = Math.Round(why.Threshold, 2),
            Probability = Math.Round(why.Probability, 6),
            IsMatch = why.Bits >= why.Threshold && why.Together,
            Bars = [.. why.Bars.Select(b => b with { Bits = Math.Round(b.Bits, 2), FrequencyBits = Math.Round(b.FrequencyBits, 2) })],
        };
    }
}
