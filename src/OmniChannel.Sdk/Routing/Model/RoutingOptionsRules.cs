using OmniChannel.Routing.Policies;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing.Model;

/// <summary>Refuses options that cannot work, with the path and the reason of each.</summary>
internal sealed class RoutingOptionsRules
{
    private readonly List<string> _errors = [];
    private readonly RoutingOptions _options;
    private readonly HashSet<string> _channels;
    private readonly HashSet<string> _classes;
    private readonly HashSet<string> _skills;
    private readonly HashSet<string> _teams;
    private readonly HashSet<string> _queues;

    private RoutingOptionsRules(RoutingOptions options)
    {
        _options = options;
        _channels = Names("Channels", options.Channels.Select(c => c.Name));
        _classes = Names("Classes", options.Classes.Select(c => c.Name));
        _skills = Names("Skills", options.Skills);
        _teams = Names("Teams", options.Teams);
        _queues = Names("Queues", options.Queues.Select(q => q.Name));
    }

    public static void Check(RoutingOptions options)
    {
        var rules = new RoutingOptionsRules(options);
        rules.CheckAll();
        if (rules._errors.Count > 0)
        {
            throw new RoutingConfigurationException(rules._errors);
        }
    }

    public static void CheckRequirement(RoutingOptions options, WorkRequirementOptions requirement)
    {
        var rules = new RoutingOptionsRules(options);
        rules._errors.Clear();
        rules.Requirement("Requirement", requirement);
        if (rules._errors.Count > 0)
        {
            throw new RoutingConfigurationException(rules._errors);
        }
    }

    public static void CheckAgent(RoutingOptions options, WorkAgentOptions agent)
    {
        var rules = new RoutingOptionsRules(options);
        rules._errors.Clear();
        rules.Agent("Agent", agent);
        if (rules._errors.Count > 0)
        {
            throw new RoutingConfigurationException(rules._errors);
        }
    }

    private void CheckAll()
    {
        Require(_options.Channels.Count <= ChannelCounts.Channels, "Channels", $"at most {ChannelCounts.Channels} are possible");
        Each(_options.Channels, "Channels", Channel);
        Each(_options.Classes, "Classes", Class);
        Each(_options.Queues, "Queues", Queue);
        Each(_options.Priorities, "Priorities", Priority);
        Each(_options.Agents, "Agents", Agent);
        foreach (var skill in _options.Policy.SkillPrices?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            Known(_skills, skill, $"Policy.Prices['{skill}']", "skill");
        }

        Policy(_options.Policy);
        if (_errors.Count == 0)
        {
            QueueReach.Check(_options, _errors);
        }
    }

    private void Policy(RoutingPolicy policy)
    {
        switch (policy)
        {
            case WeightedScorePolicy weighted:
                Require(weighted.WaitWeights.Count > 0 && weighted.Base.Count > 0, "Policy", "a list of weights is empty");
                Each(weighted.WaitWeights, "Policy.WaitWeights", Number);
                Each(weighted.Base, "Policy.Base", Number);
                Number("Policy.IdleWeight", weighted.IdleWeight);
                Number("Policy.LevelWeight", weighted.LevelWeight);
                break;
            case BatchOptimalPolicy batch:
                Require(batch.Window >= 1, "Policy.Window", $"{batch.Window} is below 1");
                Require(batch.BatchSize >= 1, "Policy.BatchSize", $"{batch.BatchSize} is below 1");
                Number("Policy.LevelWeight", batch.LevelWeight);
                Number("Policy.IdleWeight", batch.IdleWeight);
                break;
            case ShadowPricePolicy priced:
                Number("Policy.WaitWeight", priced.WaitWeight);
                Number("Policy.LevelWeight", priced.LevelWeight);
                Require(priced.LearnedPrice >= 0 && double.IsFinite(priced.LearnedPrice), "Policy.LearnedPrice", $"{priced.LearnedPrice} is not a number from 0");
                Require(
                    priced.LearnedPrice == 0 || double.IsPositiveInfinity(priced.MaxPrice),
                    "Policy.MaxPrice",
                    "holds work back by a price that is learned, and nothing happens when it falls: leave out this or LearnedPrice");
                Require(priced.LearningRate is > 0 and <= 1, "Policy.LearningRate", $"{priced.LearningRate} is not above 0 and at most 1");
                Require(!double.IsNaN(priced.MaxPrice), "Policy.MaxPrice", "is not a number");
                foreach (var (skill, price) in priced.Prices.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    Number($"Policy.Prices['{skill}']", price);
                }

                break;
        }
    }

    private void Number(string path, double value) => Require(double.IsFinite(value), path, $"{value} is not a finite number");

    private void Channel(string path, WorkChannelOptions channel)
    {
        Require(channel.Cost >= 0, path + ".Cost", $"{channel.Cost} is negative");
        Require(channel.LimitPerAgent is >= 1 and <= 255, path + ".LimitPerAgent", $"{channel.LimitPerAgent} is not from 1 to 255");
        Require(channel.WrapUp >= 0, path + ".WrapUp", $"{channel.WrapUp} is negative");
        Each(channel.AllowMeanwhile ?? [], path + ".AllowMeanwhile", (at, name) => Known(_channels, name, at, "channel"));
    }

    private void Class(string path, PriorityClassOptions priority)
    {
        Require(priority.Ageing >= 0 && double.IsFinite(priority.Ageing), path + ".Ageing", $"{priority.Ageing} is not a number from 0");
        Require(priority.Exponent >= 1 && double.IsFinite(priority.Exponent), path + ".Exponent", $"{priority.Exponent} is below 1");
        Require(priority.Cost >= 0 && double.IsFinite(priority.Cost), path + ".Cost", $"{priority.Cost} is not a number from 0");
        Require(priority.Target is null or >= 0, path + ".Target", $"{priority.Target} is negative");
    }

    private void Queue(string path, WorkQueueOptions queue)
    {
        Requirement(path + ".Requirement", queue.Requirement);
        if (queue.Class is not null)
        {
            Known(_classes, queue.Class, path + ".Class", "class");
        }

        Require(queue.OfferTimeout > 0, path + ".OfferTimeout", $"{queue.OfferTimeout} leaves no time to answer");
        Require(queue.ConcurrentOffers is >= 1 and <= 16, path + ".ConcurrentOffers", $"{queue.ConcurrentOffers} is not from 1 to 16");
        Require(queue.DeclineCooldown >= 0, path + ".DeclineCooldown", $"{queue.DeclineCooldown} is negative");
        Require(queue.Ratio > 0 && double.IsFinite(queue.Ratio), path + ".Ratio", $"{queue.Ratio} is not above 0");
        Each(queue.Escalations, path + ".Escalations", Escalation);
    }

    private void Escalation(string path, EscalationOptions rule)
    {
        Known(_queues, rule.To, path + ".To", "queue");
        if (rule.Class is not null)
        {
            Known(_classes, rule.Class, path + ".Class", "class");
        }

        Require(rule.After is null or > 0, path + ".After", $"{rule.After} is not above 0");
        Require(rule.WhenWaiting is null or >= 0, path + ".WhenWaiting", $"{rule.WhenWaiting} is negative");
        Require(rule.AfterRefusals is null or > 0, path + ".AfterRefusals", $"{rule.AfterRefusals} is not above 0");
        Require(
            rule is not { After: null, WhenWaiting: null, AfterRefusals: null, WhenNobody: false },
            path,
            "says to where, but not when: set After, WhenWaiting, WhenNobody or AfterRefusals");
    }

    private void Priority(string path, PriorityRuleOptions rule)
    {
        Require(rule.Steps != 0, path + ".Steps", "0 changes nothing");
        Require(rule.Repeats >= 0, path + ".Repeats", $"{rule.Repeats} is negative");
        Require(rule.Name is null || !string.IsNullOrWhiteSpace(rule.Name), path + ".Name", "is empty");
        Require(rule.Name is not null || rule.Values.Count == 0, path + ".Values", "are values of nothing: set Name");
        Require(rule is not { Name: null, Repeats: 0, Queue: null }, path, "holds for everything: set Name, Repeats or Queue");
        if (rule.Queue is not null)
        {
            Known(_queues, rule.Queue, path + ".Queue", "queue");
        }
    }

    private void Requirement(string path, WorkRequirementOptions requirement)
    {
        if (requirement.Channel is not null)
        {
            Known(_channels, requirement.Channel, path + ".Channel", "channel");
        }

        Each(requirement.Required, path + ".Required", Need);
        Each(requirement.Preferred, path + ".Preferred", Need);
        Each(requirement.Excluded, path + ".Excluded", Need);
        Each(requirement.Teams, path + ".Teams", (at, name) => Known(_teams, name, at, "team"));
        var last = 0L;
        Each(requirement.Rings, path + ".Rings", (at, ring) =>
        {
            Require(ring.After > last, at + ".After", $"{ring.After} is not after {last}");
            last = ring.After;
            Each(ring.Required, at + ".Required", Need);
            Each(ring.Preferred, at + ".Preferred", Need);
            Each(ring.Teams, at + ".Teams", (team, name) => Known(_teams, name, team, "team"));
        });
    }

    private void Need(string path, SkillNeed need)
    {
        Known(_skills, need.Skill, path, "skill");
        Require(need.Min >= 1, path + ".Min", $"{need.Min} is below 1");
        Require(need.Min <= need.Max, path, $"no level is from {need.Min} to {need.Max}");
    }

    private void Agent(string path, WorkAgentOptions agent)
    {
        Each(agent.Skills, path + ".Skills", (at, skill) =>
        {
            Known(_skills, skill.Skill, at, "skill");
            Require(skill.Level >= 1, at + ".Level", $"{skill.Level} is below 1");
        });
        Each(agent.Teams, path + ".Teams", (at, name) => Known(_teams, name, at, "team"));
        Require(agent.Capacity >= 0, path + ".Capacity", $"{agent.Capacity} is negative");
        Require(agent.MaxOffers >= 1, path + ".MaxOffers", $"{agent.MaxOffers} is below 1");
        Require(agent.ReliefAfter >= 0, path + ".ReliefAfter", $"{agent.ReliefAfter} is negative");
        Require(agent.ReliefFor >= 0, path + ".ReliefFor", $"{agent.ReliefFor} is negative");
        Require(agent.ServiceRate > 0 && double.IsFinite(agent.ServiceRate), path + ".ServiceRate", $"{agent.ServiceRate} is not above 0");
        Each(agent.TakesFrom ?? [], path + ".TakesFrom", (at, name) => Known(_queues, name, at, "queue"));
        foreach (var (channel, limit) in agent.Limits.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            Known(_channels, channel, $"{path}.Limits['{channel}']", "channel");
            Require(limit is >= 0 and <= 255, $"{path}.Limits['{channel}']", $"{limit} is not from 0 to 255");
        }
    }

    private HashSet<string> Names(string path, IEnumerable<string> names)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var name in names)
        {
            Require(!string.IsNullOrWhiteSpace(name), $"{path}[{index}]", "has no name");
            Require(known.Add(name), $"{path}[{index}]", $"'{name}' is there twice");
            index++;
        }

        return known;
    }

    private void Known(HashSet<string> names, string name, string path, string kind) =>
        Require(names.Contains(name), path, $"there is no {kind} '{name}'");

    private void Require(bool holds, string path, string reason)
    {
        if (!holds)
        {
            _errors.Add($"{path}: {reason}");
        }
    }

    private static void Each<T>(IList<T> list, string path, Action<string, T> check)
    {
        for (var index = 0; index < list.Count; index++)
        {
            check($"{path}[{index}]", list[index]);
        }
    }
}
