namespace OmniChannel.Simulation.Scenarios;

/// <summary>What a scenario's channels and offers must be.</summary>
internal static class ChannelRules
{
    public static void Check(Scenario scenario)
    {
        if (scenario.Channels.Count > 0)
        {
            ScenarioRules.Names("channels", scenario.Channels.Select(c => c.Name).ToList());
        }

        for (var c = 0; c < scenario.Channels.Count; c++)
        {
            var (path, channel) = ($"channels[{c}]", scenario.Channels[c]);
            ScenarioRules.Range($"{path}.weight", channel.Weight, 1, 255);
            ScenarioRules.Range($"{path}.limit", channel.Limit, 1, 255);
            ScenarioRules.Each(channel.AllowMeanwhile ?? [], $"{path}.allowMeanwhile", (at, name) => Known(at, name, scenario));
        }

        for (var c = 0; c < scenario.Classes.Count; c++)
        {
            if (scenario.Classes[c].Channel is { } name)
            {
                Known($"classes[{c}].channel", name, scenario);
            }
        }

        for (var g = 0; g < scenario.Agents.Count; g++)
        {
            foreach (var (name, limit) in scenario.Agents[g].Limits)
            {
                Known($"agents[{g}].limits.{name}", name, scenario);
                ScenarioRules.Range($"agents[{g}].limits.{name}", limit, 0, 255);
            }
        }
    }

    public static void Offer(string path, OfferModel? offer)
    {
        if (offer is null)
        {
            return;
        }

        ScenarioRules.Duration($"{path}.answer", offer.Answer);
        ScenarioRules.AtLeast($"{path}.decline", offer.Decline, 0);
        ScenarioRules.AtLeast($"{path}.noAnswer", offer.NoAnswer, 0);
        ScenarioRules.AtLeast($"{path}.cooldown", offer.Cooldown, 0);
        if (offer.Expires is { } expires)
        {
            ScenarioRules.Above($"{path}.expires", expires, 0);
        }

        if (offer.Decline + offer.NoAnswer >= 1)
        {
            throw new ScenarioException($"{path}.noAnswer", "must leave, with decline, a chance that somebody accepts");
        }

        if (offer is { NoAnswer: > 0, Expires: null })
        {
            throw new ScenarioException($"{path}.expires", "is missing: an offer without an answer would never end");
        }

        if (offer is { Expires: { } end, Answer: { Kind: DurationKind.Constant } answer } && answer.Mean >= end)
        {
            throw new ScenarioException($"{path}.expires", "must be above the time of an answer, or nobody ever accepts");
        }
    }

    private static void Known(string path, string name, Scenario scenario)
    {
        if (scenario.Channels.All(c => c.Name != name))
        {
            throw new ScenarioException(path, $"there is no channel '{name}'");
        }
    }
}
