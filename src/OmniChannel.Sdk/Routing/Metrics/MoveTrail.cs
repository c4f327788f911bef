namespace OmniChannel.Routing.Metrics;

/// <summary>Where one contact has been, in order, and what that makes of moves.</summary>
internal sealed class MoveTrail
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private string? _last;
    private string? _before;

    public int Moves { get; private set; }

    public int Returns { get; private set; }

    public int PingPongs { get; private set; }

    public bool IsEmpty => _last is null;

    public void Go(string to)
    {
        if (to.Length == 0 || to == _last)
        {
            return;
        }

        var isNew = _visited.Add(to);
        if (_last is not null)
        {
            Moves++;
            Returns += isNew ? 0 : 1;
            PingPongs += to == _before ? 1 : 0;
        }

        (_before, _last) = (_last, to);
    }

    public static MoveReport Report(IEnumerable<MoveTrail> trails)
    {
        var all = trails.Where(t => !t.IsEmpty).ToList();
        return new()
        {
            Contacts = all.Count,
            Moves = all.Sum(t => t.Moves),
            Moved = all.Count(t => t.Moves > 0),
            Returns = all.Sum(t => t.Returns),
            PingPongs = all.Sum(t => t.PingPongs),
            PingPonged = all.Count(t => t.PingPongs > 0),
        };
    }
}
