namespace OmniChannel.Engagement.Inputs;

/// <summary>
/// A person decides on who is one customer. Conversations follow: what is one customer's now is joined, what is another's stands alone again.
/// A dry run decides, tells, and takes everything back; so does what is refused, which leaves nothing behind.
/// </summary>
internal abstract record IdentityCommand : CommandInput
{
    public bool DryRun { get; init; }

    public string? By { get; init; }

    /// <summary>What went where, there once the command has ended.</summary>
    public IReadOnlyList<IdentityMove> Moved { get; private set; } = [];

    /// <summary>The code of an accepted decision.</summary>
    protected abstract string Done { get; }

    /// <summary>True when it may make one customer of two.</summary>
    protected abstract bool Joins { get; }

    /// <summary>Decides; null when done, else the code of why not.</summary>
    protected abstract string? Change(IdentityLedger ledger, DateTimeOffset now, ICollection<IdentityFact> facts);

    public sealed override Decision Execute(Turn turn)
    {
        var facts = new List<IdentityFact>();
        var mark = turn.State.Undo.Mark();
        var refused = Change(turn.State.Identity, turn.Now, facts);
        Moved = refused is null ? Moves(facts) : [];
        if (DryRun || refused is not null)
        {
            turn.State.Undo.RollbackTo(mark);
        }
        else
        {
            turn.Identified(facts);
            Follow(turn);
        }

        return refused is null ? Decision.Yes(Done) : Decision.No(refused);
    }

    private void Follow(Turn turn)
    {
        foreach (var customer in Joins ? Moved.Select(m => m.To).Distinct() : [])
        {
            turn.Then(new RecognisedInput { Customer = customer });
        }
    }

    /// <summary>From where each part was to where it is, over all facts.</summary>
    private static IReadOnlyList<IdentityMove> Moves(IEnumerable<IdentityFact> facts) =>
    [
        .. facts.OfType<PartitionChanged>().SelectMany(f => f.Moved).GroupBy(m => m.Atom).OrderBy(g => g.Key)
            .Select(g => new IdentityMove { Part = new(g.Key), From = new(g.First().From), To = new(g.Last().To) })
            .Where(m => m.From != m.To),
    ];
}
