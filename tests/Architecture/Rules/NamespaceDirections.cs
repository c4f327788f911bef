namespace OmniChannel.Architecture.Rules;

/// <summary>
/// The order of areas inside OmniChannel.Sdk: {Channels, Customers, Conversations} &lt;- {Identity, Routing, Journeys} &lt;- Engagement
/// &lt;- Hosting &lt;- DependencyInjection, with Storage and Diagnostics under everything.
/// </summary>
internal static class NamespaceDirections
{
    // The bare namespace OmniChannel holds what composes (builder extensions), so it may see everything.
    private const string Root = "";
    private const int Composing = 3;

    private static readonly Dictionary<string, int> Levels = new(StringComparer.Ordinal)
    {
        ["Diagnostics"] = 0,
        ["Storage"] = 0,
        ["Channels"] = 1,
        ["Conversations"] = 1,
        ["Customers"] = 1,
        ["Identity"] = 2,
        ["Journeys"] = 2,
        ["Routing"] = 2,
        ["Engagement"] = Composing,
        ["Hosting"] = 4,
        ["DependencyInjection"] = 5,
        [Root] = 5,
    };

    public static IEnumerable<Violation> Check(IEnumerable<TypeUse> uses)
    {
        foreach (var use in uses)
        {
            if (Area(use.FromNamespace) is not { } from || Area(use.ToNamespace) is not { } to || from == to)
            {
                continue;
            }

            if (!Levels.ContainsKey(from) || !Levels.ContainsKey(to))
            {
                var area = Levels.ContainsKey(from) ? to : from;
                yield return new("namespace direction", area, "is an area without a place in NamespaceDirections.Levels");
            }
            else if (!MaySee(from, to))
            {
                yield return new("namespace direction", use.From, $"{from} may not see {to} ({use.To})");
            }
        }
    }

    private static bool MaySee(string from, string to) => (from, to) switch
    {
        ("Journeys", "Routing") or ("Routing", "Journeys") => false,
        (_, Root) => Levels[from] >= Composing,
        _ => Levels[from] >= Levels[to],
    };

    // Null for what generators put elsewhere.
    private static string? Area(string name) => name switch
    {
        "Microsoft.Extensions.DependencyInjection" => "DependencyInjection",
        "OmniChannel" => Root,
        _ when name.StartsWith("OmniChannel.", StringComparison.Ordinal) => name.Split('.')[1],
        _ => null,
    };
}
