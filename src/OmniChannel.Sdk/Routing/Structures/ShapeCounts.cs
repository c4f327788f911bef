namespace OmniChannel.Routing.Structures;

/// <summary>For each shape, how many of the agents whom it fits are counted in. The shapes of a profile lie in one run.</summary>
internal sealed class ShapeCounts(Catalogue catalogue)
{
    private readonly int _allChannels = (1 << catalogue.Channels.Length) - 1;
    private int[] _counts = [];
    private int[] _shapes = [];
    private int[] _ends = [];
    private byte[] _channelOf = [];
    private int _profiles;

    public int this[int shape] => _counts[shape];

    /// <summary>Learns of profiles and shapes that are new. Shapes that are new have nobody counted: count anew after them.</summary>
    public void Fit()
    {
        if (_channelOf.Length != catalogue.Shapes.Count)
        {
            _channelOf = [.. catalogue.Shapes.Select(s => (byte)s.Channel)];
            _counts = new int[catalogue.Shapes.Count];
            _profiles = 0;
        }

        while (_profiles < catalogue.Profiles.Count)
        {
            var at = _profiles == 0 ? 0 : _ends[_profiles - 1];
            for (var shape = 0; shape < _channelOf.Length; shape++)
            {
                if (catalogue.ShapeFits.Has(_profiles, shape))
                {
                    Grow(ref _shapes, at + 1);
                    _shapes[at++] = shape;
                }
            }

            Grow(ref _ends, _profiles + 1);
            _ends[_profiles++] = at;
        }
    }

    public void Clear() => Array.Clear(_counts);

    public void Add(int profile, int channels, int by)
    {
        var from = profile == 0 ? 0 : _ends[profile - 1];
        var shapes = _shapes.AsSpan(from, _ends[profile] - from);
        var counts = _counts;
        if (channels == _allChannels)
        {
            foreach (var shape in shapes)
            {
                counts[shape] += by;
            }

            return;
        }

        foreach (var shape in shapes)
        {
            counts[shape] += by * (channels >> _channelOf[shape] & 1);
        }
    }

    private static void Grow(ref int[] array, int length)
    {
        if (array.Length < length)
        {
            Array.Resize(ref array, Math.Max(16, length * 2));
        }
    }
}
