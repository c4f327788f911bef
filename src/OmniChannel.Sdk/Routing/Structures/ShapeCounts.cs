using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OmniChannel.Routing.Structures;

/// <summary>
/// For each shape, how many of the agents whom it fits are counted in. The shapes of a profile lie in one cache line: how many groups of four
/// there are, then the groups, filled up with a shape that is none. Profiles with more shapes have a list of their own.
/// </summary>
internal sealed class ShapeCounts(Catalogue catalogue)
{
    private const int Line = 32;
    private const int Most = Line - 4;
    private const ushort Listed = ushort.MaxValue;
    private readonly int _allChannels = (1 << catalogue.Channels.Length) - 1;
    private readonly List<int[]?> _lists = [];

    // The count of shape s is at s + 1: the first belongs to no shape.
    private int[] _counts = new int[1];
    private byte[] _channelOf = [];
    private ushort[] _lines = [];
    private int _first;
    private int _room;

    public int this[int shape] => _counts[shape + 1];

    /// <summary>Learns of profiles and shapes that are new. Shapes that are new have nobody counted: count anew after them.</summary>
    public void Fit()
    {
        if (_channelOf.Length != catalogue.Shapes.Count)
        {
            _channelOf = [.. catalogue.Shapes.Select(s => (byte)s.Channel)];
            _counts = new int[catalogue.Shapes.Count + 1];
            _lists.Clear();
        }

        if (_room < catalogue.Profiles.Count)
        {
            _room = Math.Max(64, catalogue.Profiles.Count * 2);
            _lines = GC.AllocateArray<ushort>((_room + 1) * Line, pinned: true);
            _first = FirstAligned(_lines);
            _lists.Clear();
        }

        for (var profile = _lists.Count; profile < catalogue.Profiles.Count; profile++)
        {
            var shapes = Enumerable.Range(0, _channelOf.Length).Where(s => catalogue.ShapeFits.Has(profile, s)).ToArray();
            var fits = shapes.Length <= Most && _channelOf.Length < Listed - 1;
            _lists.Add(fits ? null : shapes);
            Write(_lines.AsSpan(_first + (profile * Line), Line), shapes, fits);
        }
    }

    public void Clear() => Array.Clear(_counts);

    public void Add(int profile, int channels, int by)
    {
        ref var line = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_lines), _first + (profile * Line));
        if (line == Listed || channels != _allChannels)
        {
            AddEach(profile, channels, by);
            return;
        }

        // Every shape of a line is within the counts: Fit makes both.
        ref var counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        for (var group = (int)line; group > 0; group--)
        {
            var four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref line, group * 4)));
            Unsafe.Add(ref counts, (int)(ushort)four) += by;
            Unsafe.Add(ref counts, (int)(ushort)(four >> 16)) += by;
            Unsafe.Add(ref counts, (int)(ushort)(four >> 32)) += by;
            Unsafe.Add(ref counts, (int)(four >> 48)) += by;
        }
    }

    private void AddEach(int profile, int channels, int by)
    {
        if (_lists[profile] is { } list)
        {
            foreach (var shape in list)
            {
                _counts[shape + 1] += by * (channels >> _channelOf[shape] & 1);
            }

            return;
        }

        var line = _lines.AsSpan(_first + (profile * Line), Line);
        foreach (var at in line.Slice(4, line[0] * 4))
        {
            if (at > 0)
            {
                _counts[at] += by * (channels >> _channelOf[at - 1] & 1);
            }
        }
    }

    private static void Write(Span<ushort> line, int[] shapes, bool fits)
    {
        line.Clear();
        line[0] = fits ? (ushort)((shapes.Length + 3) / 4) : Listed;
        for (var i = 0; fits && i < shapes.Length; i++)
        {
            line[4 + i] = (ushort)(shapes[i] + 1);
        }
    }

    // The array does not move: it is pinned.
    private static int FirstAligned(ushort[] lines)
    {
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(lines, 0);
        return (int)((64 - (address & 63)) & 63) / sizeof(ushort);
    }
}
