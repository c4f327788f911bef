using System.Text;
using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

public sealed class RoutingOptionsRulesTests
{
    private static RoutingOptions Good() => new()
    {
        Skills = ["a"],
        Channels = [new() { Name = "chat" }],
        Queues = [new() { Name = "one", Requirement = Floor.Needs("a") }, new() { Name = "two" }],
        Agents = [Floor.Agent("a")],
    };

    [Theory]
    [InlineData("Queues[0].Requirement.Required[0]: there is no skill 'jp'")]
    [InlineData("Queues[0].Escalations: work would go round: one > two > one")]
    [InlineData("Agents[0].Capacity: -1 is negative")]
    [InlineData("Queues[0]: nobody can serve 'one': no agent has what it requires, and its work never moves on")]
    [InlineData("Queues[1]: 'one' is there twice")]
    [InlineData("Queues[1].Escalations[0]: says to where, but not when: set After, WhenWaiting, WhenNobody or AfterRefusals")]
    [InlineData("Channels[0].Cost: -2 is negative")]
    [InlineData("Queues[1].Requirement.Rings[0].After: 0 is not after 0")]
    [InlineData("Agents[0].Limits['fax']: there is no channel 'fax'")]
    [InlineData("Policy.Prices['jp']: there is no skill 'jp'")]
    public void Core_BadOptions_AreRefusedWithPathAndReason(string error)
    {
        var options = Good();
        switch (error[..error.IndexOf(':', StringComparison.Ordinal)])
        {
            case "Queues[0].Requirement.Required[0]":
                options.Queues[0].Requirement.Required[0] = new() { Skill = "jp" };
                break;
            case "Queues[0].Escalations":
                options.Queues[0].Escalations.Add(new() { To = "two", After = 5 });
                options.Queues[1].Escalations.Add(new() { To = "one", WhenWaiting = 5 });
                break;
            case "Agents[0].Capacity":
                options.Agents[0].Capacity = -1;
                break;
            case "Queues[0]":
                options.Queues[0].Requirement.Required[0] = new() { Skill = "a", Min = 2 };
                break;
            case "Queues[1]":
                options.Queues[1] = new() { Name = "one" };
                break;
            case "Queues[1].Escalations[0]":
                options.Queues[1].Escalations.Add(new() { To = "one" });
                break;
            case "Channels[0].Cost":
                options.Channels[0].Cost = -2;
                break;
            case "Queues[1].Requirement.Rings[0].After":
                options.Queues[1].Requirement.Rings.Add(new() { After = 0 });
                break;
            case "Agents[0].Limits['fax']":
                options.Agents[0].Limits["fax"] = 1;
                break;
            default:
                options.Policy = new ShadowPricePolicy { Prices = new Dictionary<string, double> { ["jp"] = 1 } };
                break;
        }

        Assert.Equal([error], Assert.Throws<RoutingConfigurationException>(() => new RoutingCore(options)).Errors);
    }

    [Fact]
    public void Compile_UnknownSkill_IsRefused() =>
        Assert.Throws<RoutingConfigurationException>(() => new RoutingCore(Good()).Compile(Floor.Needs("jp")));

    [Fact]
    public void Compile_SameMeaning_IsTheSameHandle()
    {
        var core = new RoutingCore(Good());
        Assert.Equal(core.Compile(Floor.Needs("a")), core.Compile(Floor.Needs("a", "a")));
        Assert.NotEqual(core.Compile(Floor.Needs("a")), core.Compile(Floor.Needs()));
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var options = RoutingWorld.Make(5);
        options.Policy = new WeightedScorePolicy { IdleWeight = 2, WaitWeights = [1, 3] };
        var json = RoutingConfiguration.Write(options);
        Assert.Equal(json, RoutingConfiguration.Write(RoutingConfiguration.Read(json)));
        Assert.Equal(2, Assert.IsType<WeightedScorePolicy>(RoutingConfiguration.Read(json).Policy).IdleWeight);
    }

    [Fact]
    public void Read_PriceWithoutALimit_IsTheSame()
    {
        var options = RoutingWorld.Make(5);
        options.Policy = new ShadowPricePolicy { LevelWeight = 2 };
        var json = RoutingConfiguration.Write(options);
        Assert.Equal(json, RoutingConfiguration.Write(RoutingConfiguration.Read(json)));
        Assert.Equal(double.PositiveInfinity, Assert.IsType<ShadowPricePolicy>(RoutingConfiguration.Read(json).Policy).MaxPrice);
    }

    [Fact]
    public void Policy_WeightThatIsNoNumber_IsRefusedWithItsPath()
    {
        Refused(new WeightedScorePolicy { IdleWeight = double.NaN }, "Policy.IdleWeight");
        Refused(new WeightedScorePolicy { WaitWeights = [1, double.PositiveInfinity] }, "Policy.WaitWeights[1]");
        Refused(new ShadowPricePolicy { MaxPrice = double.NaN }, "Policy.MaxPrice");
        Refused(new ShadowPricePolicy { Prices = new Dictionary<string, double> { ["ja"] = double.NaN } }, "Policy.Prices['ja']");

        static void Refused(RoutingPolicy policy, string path)
        {
            var options = RoutingWorld.Make(5);
            options.Policy = policy;
            Assert.Contains(path, Assert.Throws<RoutingConfigurationException>(() => new RoutingCore(options)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_UnknownKey_IsRefusedWithItsPath()
    {
        var json = Encoding.UTF8.GetBytes("""{ "queues": [ { "name": "one", "timeout": 5 } ] }""");
        Assert.StartsWith("$.queues[0].timeout", Assert.Throws<RoutingConfigurationException>(() => RoutingConfiguration.Read(json)).Message, StringComparison.Ordinal);
    }
}
