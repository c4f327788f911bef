namespace OmniChannel.Routing.Model;

/// <summary>Refuses options that cannot work, with the path and the reason of each.</summary>
internal static class RoutingOptionsRules
{
    public static void Check(RoutingOptions options)
    {
        var errors = new List<string>();
        if (options.Channels.Count > Structures.ChannelCounts.Channels)
        {
            errors.Add($"Channels: at most {Structures.ChannelCounts.Channels}");
        }

        if (errors.Count > 0)
        {
            throw new RoutingConfigurationException(errors);
        }
    }

    public static void CheckRequirement(WorkRequirementOptions requirement)
    {
        var last = 0L;
        foreach (var ring in requirement.Rings)
        {
            if (ring.After <= last)
            {
                throw new RoutingConfigurationException([$"Rings: {ring.After} is not after {last}"]);
            }

            last = ring.After;
        }
    }
}
