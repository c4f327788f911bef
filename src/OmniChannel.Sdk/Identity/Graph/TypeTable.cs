using System.Numerics;

namespace OmniChannel.Identity.Graph;

/// <summary>The rules of the identifier types, by the small number that a node keeps of its type.</summary>
internal sealed class TypeTable
{
    private readonly List<IdentifierDefinition> _definitions = [];
    private readonly Dictionary<IdentifierType, byte> _numbers = [];
    private readonly IdentifierType[] _laneTypes = new IdentifierType[Lanes.Count];
    private readonly ulong[] _counts = new ulong[byte.MaxValue + 1];
    private readonly IdentifierStrength[] _strengths = new IdentifierStrength[byte.MaxValue + 1];
    private readonly List<int> _sharedBy = [];
    private readonly List<int> _days = [];
    private int _used;
    private Lanes _verified;
    private Lanes _observed;
    private ulong _strong;

    public TypeTable(IReadOnlyList<IdentifierDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            Add(definition);
        }
    }

    /// <summary>How many more types may have a limit per customer.</summary>
    public int LanesLeft => Lanes.Count - _used;

    public byte Add(IdentifierDefinition definition)
    {
        Check(definition);
        if (_definitions.Count == byte.MaxValue)
        {
            throw new ArgumentException($"A graph knows at most {byte.MaxValue} types of identifiers.", nameof(definition));
        }

        var number = (byte)_definitions.Count;
        if (!_numbers.TryAdd(definition.Type, number))
        {
            throw new ArgumentException($"The identifier type '{definition.Type}' is defined twice.", nameof(definition));
        }

        var lane = definition.PerCustomer is null && definition.PerCustomerObserved is null ? -1 : _used++;
        _definitions.Add(definition);
        _counts[number] = lane < 0 ? 0 : Lanes.One(lane);
        _strengths[number] = definition.Strength;
        _sharedBy.Add(definition.SharedBy ?? int.MaxValue);
        _days.Add(definition.TimeToLive is { } time ? Math.Max(1, (int)Math.Ceiling(time.TotalDays)) : 0);
        HasTimeToLive |= definition.TimeToLive is not null;
        Limit(lane, definition);
        return number;
    }

    /// <summary>The counts of strong types.</summary>
    public ulong Strong => _strong;

    /// <summary>True when some type's ties end.</summary>
    public bool HasTimeToLive { get; private set; }

    public byte? NumberOf(IdentifierType type) => _numbers.TryGetValue(type, out var number) ? number : null;

    public IdentifierDefinition this[byte type] => _definitions[type];

    public ulong CountOf(byte type) => _counts[type];

    public bool IsStrong(byte type) => _strengths[type] == IdentifierStrength.Strong;

    public bool IsWeak(byte type) => _strengths[type] == IdentifierStrength.Weak;

    /// <summary>The lane of a limited type.</summary>
    public int LaneOf(byte type) => BitOperations.TrailingZeroCount(_counts[type]) / 4;

    /// <summary>True for a strong type of which a customer has only so many: what it is proved to have counts.</summary>
    public bool IsOwner(byte type) => (_counts[type] & _strong) != 0;

    public int SharedBy(byte type) => _sharedBy[type];

    /// <summary>The days that a tie links after it was last seen; 0 for ever.</summary>
    public int DaysOf(byte left, byte right)
    {
        var (a, b) = (_days[left], _days[right]);
        return a == 0 ? b : b == 0 ? a : Math.Min(a, b);
    }

    public bool Breaks(Assurance assurance, ulong left, ulong right) =>
        assurance == Assurance.Verified ? _verified.Breaks(left, right) : _observed.Breaks(left, right);

    /// <summary>True when a customer is within the tightest limits, so that a better tie inside it changes nothing.</summary>
    public bool IsTight(ulong counts) => !_observed.Exceeded(counts) && !_verified.Exceeded(counts);

    /// <summary>
    /// How far a value is contested: not at all; tied to more of a type than one customer may have by observation; or that, and tied to a
    /// strong identifier. A strong one never is.
    /// </summary>
    public Contest ContestOf(byte type, ulong beside) =>
        _strengths[type] == IdentifierStrength.Strong || !_observed.Exceeded(beside) ? Contest.None
        : (beside & _strong) != 0 ? Contest.Owned
        : Contest.Open;

    /// <summary>The type of which two customers have too many together.</summary>
    public IdentifierDefinition? Broken(Assurance assurance, ulong left, ulong right)
    {
        var lane = assurance == Assurance.Verified ? _verified.FirstBroken(left, right) : _observed.FirstBroken(left, right);
        return lane < 0 ? null : _definitions[_numbers[_laneTypes[lane]]];
    }

    /// <summary>
    /// A tie's place among others, lower first: verdict, assurance, strength and priority of the stronger and of the weaker end, time. The
    /// keys of its ends come after.
    /// </summary>
    public ulong RankOf(in Tie tie, byte left, byte right)
    {
        var (a, b) = (Weight(left), Weight(right));
        var (stronger, weaker) = a > b ? (a, b) : (b, a);
        var better = ((ulong)(tie.Has(TieFlags.Verdict) ? 1 : 0) << 22) | ((ulong)tie.Assurance << 20)
            | ((ulong)(stronger >> 8) << 18) | ((ulong)(weaker >> 8) << 16) | ((ulong)(stronger & 0xFF) << 8) | (uint)(weaker & 0xFF);
        return ((0x7FFFFF - better) << 32) | tie.First;
    }

    /// <summary>True when an identifier stands for a person better than another: by strength, priority, then key.</summary>
    public bool IsStronger(in IdentifierRef one, in IdentifierRef other)
    {
        var (a, b) = (Weight(one.Type), Weight(other.Type));
        return a != b ? a > b : one.Key.High != other.Key.High ? one.Key.High < other.Key.High : one.Key.Low < other.Key.Low;
    }

    private int Weight(byte type) => ((int)_definitions[type].Strength << 8) | _definitions[type].Priority;

    private void Limit(int lane, IdentifierDefinition definition)
    {
        if (lane < 0)
        {
            return;
        }

        if (lane >= Lanes.Count)
        {
            throw new ArgumentException($"At most {Lanes.Count} types of identifiers may have a limit per customer.");
        }

        _laneTypes[lane] = definition.Type;
        _strong |= definition.Strength == IdentifierStrength.Strong ? 0xFUL << (lane * 4) : 0;
        _verified.Limit(lane, definition.PerCustomer ?? 127);
        _observed.Limit(lane, definition.PerCustomerObserved ?? definition.PerCustomer ?? 127);
    }

    private static void Check(IdentifierDefinition definition)
    {
        if (definition.PerCustomer is < 1 or > Lanes.MostLimit || definition.PerCustomerObserved is < 1 or > Lanes.MostLimit)
        {
            throw new ArgumentException($"A limit per customer of '{definition.Type}' lies between 1 and {Lanes.MostLimit}; leave it out for any number.");
        }

        if (definition.PerCustomerObserved > definition.PerCustomer)
        {
            throw new ArgumentException($"'{definition.Type}' allows more by observation than by proof.");
        }

        if (definition.SharedBy is < 1)
        {
            throw new ArgumentException($"'{definition.Type}' must be shareable by at least one other identifier.");
        }
    }
}
