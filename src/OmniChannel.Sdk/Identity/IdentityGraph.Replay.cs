using OmniChannel.Identity.Graph;

namespace OmniChannel.Identity;

/// <summary>Facts made true without deciding, and taking back what was not committed.</summary>
public sealed partial class IdentityGraph
{
    private readonly List<GraphMark> _marks = [];
    private long _firstMark;

    /// <summary>Makes a fact's change without deciding: for start-up and replay. Facts go in their order, to a graph with the same types.</summary>
    public void Apply(in GraphFact fact)
    {
        switch (fact.Kind)
        {
            case GraphFactKind.SourceNamed:
                _store.AddSource(fact.Text!);
                break;
            case GraphFactKind.IdentifierAdded:
                _store.AddNode(fact.Key, fact.Type, _types.CountOf(fact.Type));
                break;
            case GraphFactKind.TieAdded:
                _ties.Add(new()
                {
                    A = fact.Left,
                    B = fact.Right,
                    Source = fact.Source,
                    First = fact.Second,
                    Seen = fact.Day,
                    Assurance = fact.Assurance,
                    Flags = (TieFlags)fact.Flags,
                });
                break;
            case GraphFactKind.TieChanged:
                _ties.Change(fact.Tie, fact.Assurance, fact.Second, fact.Day, (TieFlags)fact.Flags);
                break;
            case GraphFactKind.TieRemoved:
                _ties.Remove(fact.Tie);
                break;
            case GraphFactKind.HubCut:
                _ties.SetHub(fact.Left, hub: true);
                break;
            case GraphFactKind.HubRestored:
                _ties.SetHub(fact.Left, hub: false);
                break;
            case GraphFactKind.LinkingChanged:
                SetLinking(fact.Left, fact.Flags != 0, fact.Second);
                break;
            case GraphFactKind.Joined:
                _rings.Join(fact.Left, fact.Right, fact.Tie);
                break;
            case GraphFactKind.Moved:
                _rings.Plan(fact.Left, fact.Right, fact.Tie);
                if (fact.Flags != 0)
                {
                    _rings.Deal();
                }

                break;
            case GraphFactKind.VerdictGiven:
                SetVerdict(fact.Left, fact.Right, fact.Flags != 0, fact.Second);
                break;
            case GraphFactKind.IdentifierErased:
                Forget(fact.Left);
                break;
            case GraphFactKind.TimeAdvanced:
                _ties.Today = fact.Day;
                break;
        }

        // What follows from it comes as facts.
        _ties.Turned.Clear();
    }

    /// <summary>A position to roll back to. Keeps what changes from now on, until it is rolled back or forgotten.</summary>
    public long Mark()
    {
        _verdicts.IsMarked = true;
        _marks.Add(_store.Mark(_verdicts.Position, _ties.Today));
        return _firstMark + _marks.Count - 1;
    }

    /// <summary>Takes back everything after a mark, and the mark.</summary>
    public void RollbackTo(long mark)
    {
        var at = _marks[(int)(mark - _firstMark)];
        _ties.Turned.Clear();
        _store.RollbackTo(at);
        _verdicts.RollbackTo(at.Verdicts);
        if (_ties.Today != at.Today)
        {
            _ties.Today = at.Today;
            _ties.RememberAll();
        }

        _marks.RemoveRange((int)(mark - _firstMark), _marks.Count - (int)(mark - _firstMark));
        StopIfUnmarked();
    }

    /// <summary>Keeps everything up to a mark for good: it and those before it can no longer be rolled back to.</summary>
    public void ForgetTo(long mark)
    {
        var count = (int)(mark - _firstMark) + 1;
        if (count == _marks.Count)
        {
            _firstMark += count;
            _marks.Clear();
            StopIfUnmarked();
            return;
        }

        var next = _marks[count];
        _store.ForgetTo(next);
        _verdicts.ForgetTo(next.Verdicts);
        _marks.RemoveRange(0, count);
        _firstMark += count;
    }

    private void StopIfUnmarked()
    {
        if (_marks.Count == 0)
        {
            _store.ForgetAll();
            _verdicts.ForgetTo(_verdicts.Position);
            _verdicts.IsMarked = false;
        }
    }
}
