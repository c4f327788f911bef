using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OmniChannel.Routing.Structures;

/// <summary>
/// For each shape, how many of the agents whom it fits are counted in. The shapes of a profile lie in half a cache line: how many groups of four there are,
/// then how far each shape is behind the one before, in a byte; groups are filled up in front with the shape that is none. Profiles with more shapes, or
/// wider gaps, have a list of their own.
/// </summary>
internal sealed class ShapeCounts(Catalogue catalogue)
{
    private const int Line = 32;
    private const int Most = Line - 4;
    private const byte Listed = byte.MaxValue;
    private readonly int _allChannels = (1 << catalogue.Channels.Length) - 1;
    private readonly List<int[]?> _lists = [];

    // The count of shape s is at s + 1: the first belongs to no shape.
    private int[] _counts = new int[1];
    private byte[] _channelOf = [];
    private byte[] _lines = [];
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
            _lines = GC.AllocateArray<byte>((_room + 2) * Line, pinned: true);
            _first = FirstAligned(_lines);
            _lists.Clear();
        }

        for (var profile = _lists.Count; profile < catalogue.Profiles.Count; profile++)
        {
            var shapes = Enumerable.Range(0, _channelOf.Length).Where(s => catalogue.ShapeFits.Has(profile, s)).ToArray();
            _lists.Add(Write(_lines.AsSpan(_first + (profile * Line), Line), shapes) ? null : shapes);
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
        var at = 0;
        for (var group = 1; group <= line; group++)
        {
            var four = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref line, group * 4));
            Unsafe.Add(ref counts, at += (byte)four) += by;
            Unsafe.Add(ref counts, at += (byte)(four >> 8)) += by;
            Unsafe.Add(ref counts, at += (byte)(four >> 16)) += by;
            Unsafe.Add(ref counts, at += (int)(four >> 24)) += by;
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

        var at = 0;
        foreach (var gap in _lines.AsSpan(_first + (profile * Line) + 4, _lines[_first + (profile * Line)] * 4))
        {
            at += gap;
            if (at > 0)
            {
                _counts[at] += by * (channels >> _channelOf[at - 1] & 1);
            }
        }
    }

    // False where they do not fit in: the line says so, too.
    private static bool Write(Span<byte> line, int[] shapes)
    {
        line.Clear();
        line[0] = Listed;
        if (shapes.Length > Most)
        {
            return false;
        }

        var groups = (shapes.Length + 3) / 4;
        var (at, before) = (4 + (groups * 4) - shapes.Length, -1);
        foreach (var shape in shapes)
        {
            if (shape - before > byte.MaxValue)
            {
                return false;
            }

            line[at++] = (byte)(shape - before);
            before = shape;
        }

        line[0] = (byte)groups;
        return true;
    }

    // The array does not move: it is pinned.
    private static int FirstAligned(byte[] lines)
    {
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(lines, 0);
        return (int)((64 - (address & 63)) & 63);
    }
}
