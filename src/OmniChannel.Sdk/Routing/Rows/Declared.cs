namespace OmniChannel.Routing.Rows;

/// <summary>Names that queues speak of, where the application does not list them.</summary>
internal static class Declared
{
    public static List<string> Skills(IEnumerable<QueueOptions> queues) =>
    [
        .. queues.SelectMany(q => Requirements(q.ToCore().Requirement)).SelectMany(r => r.Needs).Select(n => n.Skill).Distinct().Order(StringComparer.Ordinal),
    ];

    public static List<string> Teams(IEnumerable<QueueOptions> queues) =>
        [.. queues.SelectMany(q => Requirements(q.ToCore().Requirement)).SelectMany(r => r.Teams).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<(IEnumerable<SkillNeed> Needs, IEnumerable<string> Teams)> Requirements(WorkRequirementOptions requirement) =>
    [
        (requirement.Required.Concat(requirement.Preferred).Concat(requirement.Excluded), requirement.Teams),
        .. requirement.Rings.Select(r => (r.Required.Concat(r.Preferred), (IEnumerable<string>)r.Teams)),
    ];
}
