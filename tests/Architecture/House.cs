using OmniChannel.Architecture.Rules;

namespace OmniChannel.Architecture;

internal static class House
{
    /// <summary>Fails with every violation that has no reason in <see cref="Allowed"/>.</summary>
    public static void Holds(IEnumerable<Violation> violations)
    {
        var broken = violations.Where(violation => !Allowed.Is(violation)).Select(violation => violation.ToString())
            .Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(broken.Count == 0, $"{broken.Count} broken:\n{string.Join('\n', broken)}");
    }
}
