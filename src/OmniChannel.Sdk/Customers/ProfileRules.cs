namespace OmniChannel.Customers;

/// <summary>The rules of profiles as they are read: copied from the options once.</summary>
internal sealed class ProfileRules
{
    private static readonly Survivorship[] Usual =
        [Survivorship.DeclaredFirst, Survivorship.MostTrusted, Survivorship.MostRecent, Survivorship.MostConfident];

    private readonly TraitRuleState _all;
    private readonly Dictionary<string, TraitRuleState> _traits;

    public ProfileRules(ProfileOptions? options = null)
    {
        options ??= new();
        _all = State(options.Order.Count > 0 ? options.Order : Usual, options.Trusted);
        _traits = options.Traits.ToDictionary(
            t => t.Key,
            t => State(t.Value.Order.Count > 0 ? t.Value.Order : _all.Order, t.Value.Trusted.Count > 0 ? t.Value.Trusted : options.Trusted),
            StringComparer.Ordinal);
    }

    public TraitRuleState For(string trait) => _traits.GetValueOrDefault(trait, _all);

    /// <summary>What is wrong with options, with the cure.</summary>
    public static IEnumerable<string> Check(ProfileOptions options)
    {
        foreach (var (name, rule) in options.Traits)
        {
            if (rule.Order.Contains(Survivorship.MostTrusted) && rule.Trusted.Count == 0 && options.Trusted.Count == 0)
            {
                yield return $"Profiles:Traits:{name} asks for the most trusted source and nobody is named. Set OmniChannel:Profiles:Trusted to the names of sources.";
            }
        }
    }

    private static TraitRuleState State(IEnumerable<Survivorship> order, IEnumerable<string> trusted) => new() { Order = [.. order.Distinct()], Trusted = [.. trusted] };
}
