namespace OmniChannel.Routing.Explanations;

/// <summary>Reasons as the words of their codes.</summary>
internal static class RoutingReasons
{
    public static string Word(this RoutingReason reason) => reason switch
    {
        RoutingReason.Gone => "unknown",
        RoutingReason.Chosen => "chosen",
        RoutingReason.NotBefore => "not-before",
        RoutingReason.WaitsForPreferred => "waits-for-preferred",
        RoutingReason.PullOnly => "pull-only",
        RoutingReason.WaitsForWindow => "waits-for-window",
        RoutingReason.NobodyPresent => "nobody-present",
        RoutingReason.NobodySkilled => "nobody-skilled",
        RoutingReason.AllBusy => "all-busy",
        RoutingReason.AllDeclined => "all-declined",
        RoutingReason.HeldBack => "held-back",
        RoutingReason.Preferred => "preferred",
        RoutingReason.Claimed => "claimed",
        RoutingReason.Pulled => "pulled",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
