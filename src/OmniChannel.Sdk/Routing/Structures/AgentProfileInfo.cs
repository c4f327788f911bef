namespace OmniChannel.Routing.Structures;

/// <summary>A distinct set of skills, levels and teams among agents.</summary>
internal sealed class AgentProfileInfo(int[] levels, HashSet<int> teams)
{
    private ulong[] _mask = new ulong[1];

    /// <summary>Traits that agents of this profile have.</summary>
    public int[] Traits { get; private set; } = [];

    public int Level(int skill) => levels[skill];

    public IReadOnlyList<int> Levels => levels;

    public bool InTeam(int team) => teams.Contains(team);

    public bool Has(int trait) => trait >> 6 < _mask.Length && (_mask[trait >> 6] >> trait & 1) != 0;

    /// <summary>Learns of a trait that a requirement asks for.</summary>
    public bool Add(int trait, Trait meaning)
    {
        var has = meaning.Team >= 0 ? teams.Contains(meaning.Team) : levels[meaning.Skill] >= meaning.Min && levels[meaning.Skill] <= meaning.Max;
        if (has)
        {
            if (trait >> 6 >= _mask.Length)
            {
                Array.Resize(ref _mask, (trait >> 6) + 1);
            }

            _mask[trait >> 6] |= 1UL << trait;
            Traits = [.. Traits, trait];
        }

        return has;
    }
}
