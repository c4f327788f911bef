namespace OmniChannel.Simulation.Scenarios;

public sealed class ScenarioTests
{
    private const string Issue = """
        { "seed": 1, "replications": 20, "arrivals": 200000, "warmup": 20000, "horizon": null,
          "queueLimit": null, "lines": null, "policy": "longest-idle", "serviceLevelTimes": [0.05, 0.25],
          "classes": [ { "name": "a", "rate": 4.2, "skills": { "a": 1 }, "priority": 0, "patienceRate": null, "groups": null,
                         "service": null } ],
          "agents":  [ { "name": "g1", "count": 8, "skills": { "a": 1 }, "serviceRate": 1.0, "serviceRates": null } ] }
        """;

    private const string Class = """ "name": "a", "rate": 1, "skills": { "x": 2 } """;
    private const string Group = """ "name": "g", "count": 2, "skills": { "x": 3 } """;

    [Fact]
    public void Parse_OfTheExample_ReadsEveryKey()
    {
        var scenario = Scenario.Parse(Issue);

        Assert.Equal((1UL, 20, 200_000L, 20_000L), (scenario.Seed, scenario.Replications, scenario.Arrivals, scenario.Warmup));
        Assert.Equal([0.05, 0.25], scenario.ServiceLevelTimes);
        Assert.Equal(4.2, scenario.Classes[0].Rate);
        Assert.Null(scenario.Classes[0].Patience);
        Assert.Equal(8, scenario.Agents[0].Count);
    }

    [Fact]
    public void Parse_OfLognormalServiceAndRates_ReadsThem()
    {
        var scenario = Scenario.Parse(Scene(
            Class + """, "service": {"kind":"lognormal","mean":2,"cv":1.2}, "patienceRate": 0.5, "priority": 3, "groups": ["g"] """,
            Group + """, "serviceRates": { "a": 1.5 } """));

        Assert.Equal(new DurationModel { Kind = DurationKind.Lognormal, Mean = 2, Cv = 1.2 }.TrueMean, scenario.Classes[0].Service.TrueMean);
        Assert.Equal(2, scenario.Classes[0].Patience!.Mean);
        Assert.Equal(1.5, scenario.Agents[0].RateFor("a"));
        Assert.Equal(["g"], scenario.Classes[0].Groups!);
    }

    [Fact]
    public void Parse_OfAHorizonWithoutWarmup_CountsFromTheBegin() =>
        Assert.Equal(0, Scenario.Parse(Scene(Class, Group, """ "horizon": 8, """)).Warmup);

    public static TheoryData<string, string> Refused => new()
    {
        { """{ "replicatons": 3, """ + Rest(Class, Group), "replicatons: is not a key here" },
        { Scene(Class + """, "servce": null """, Group), "classes[0].servce: is not a key here" },
        { Scene(Class + """, "service": {"kind":"lognormal","mean":1,"sd":1} """, Group), "classes[0].service.sd: is not a key here" },
        { Scene(Class + """, "service": {"kind":"pareto"} """, Group), "classes[0].service.kind: 'pareto' is not known" },
        { Scene(Class + """, "service": {"kind":"lognormal","mean":-1} """, Group), "classes[0].service.mean: must be above 0" },
        { Scene(Class + """, "service": 3 """, Group), "classes[0].service: must be an object" },
        { Scene(Class, Group + """, "skils": {} """), "agents[0].skils: is not a key here" },
        { Scene(Class + """, "offer": {"accept": 1} """, Group), "classes[0].offer.accept: is not a key here" },
        { Scene(Class + """, "offer": {"decline": 0.6, "noAnswer": 0.4, "expires": 1} """, Group), "classes[0].offer.noAnswer: must leave" },
        { Scene(Class + """, "offer": {"noAnswer": 0.4} """, Group), "classes[0].offer.expires: is missing" },
        { Scene(Class + """, "offer": {"answer": {"kind":"constant","mean":2}, "expires": 1} """, Group), "classes[0].offer.expires: must be above" },
        { Scene(Class + """, "wrapUp": {"mean": 0} """, Group), "classes[0].wrapUp.mean: must be above 0" },
        { Scene(Class + """, "channel": "chat" """, Group), "classes[0].channel: there is no channel 'chat'" },
        { Scene(Class + """, "channel": "chat", "weight": 2 """, Group), "classes[0].weight: is given beside channel" },
        { Scene(Class, Group + """, "limits": { "chat": 2 } """), "agents[0].limits.chat: there is no channel 'chat'" },
        { Scene(Class, Group, """ "channels": [ {"name": "chat", "wieght": 2} ], """), "channels[0].wieght: is not a key here" },
        { Scene(Class, Group, """ "channels": [ {"name": "chat"}, {"name": "chat"} ], """), "channels[1].name: 'chat' is used twice" },
        { Scene(Class, Group, """ "channels": [ {"name": "chat", "allowMeanwhile": ["mail"]} ], """), "channels[0].allowMeanwhile[0]: there is no channel 'mail'" },
        { Scene(Class, Group, """ "channels": [ {"name": "chat", "interrupts": 1} ], """), "channels[0].interrupts: must be true or false" },
        { Scene(Class, Group + """, "serviceRates": { "b": 1 } """), "agents[0].serviceRates.b: there is no class 'b'" },
        { Scene(Class, Group + """, "serviceRates": { "a": 0 } """), "agents[0].serviceRates.a: must be above 0" },
        { Scene(Class, Group + """, "shifts": [ {"from":0,"to":4}, {"from":3,"to":6} ] """), "agents[0].shifts[1].from: must be at least 4" },
        { Scene(Class, Group + """, "count": 3 """), "agents[0].count: is given twice" },
        { Scene(Class, """ "name": "g", "count": -1, "skills": { "x": 3 } """), "agents[0].count: must be from 0" },
        { Scene(Class, """ "name": "g", "count": 1.5, "skills": { "x": 3 } """), "agents[0].count: must be a whole number" },
        { Scene(Class, """ "name": "g", "count": 1, "skills": { "x": 1 } """), "classes[0].skills.x: no agent group holds 'x' at level 2" },
        { Scene(Class, """ "name": "g", "count": 0, "skills": { "x": 3 } """), "agents: must have at least 1 agent" },
        { Scene(Class + """, "groups": ["g", "h"] """, Group), "classes[0].groups[1]: there is no agent group 'h'" },
        { Scene(Class + """, "groups": [] """, Group), "classes[0]: no agent can serve class 'a'" },
        { Scene(Class + """, "weight": 2 """, Group), "classes[0]: no agent can serve class 'a'" },
        { Scene(Class + """, "patienceRate": -1 """, Group), "classes[0].patienceRate: must be at least 0" },
        { Scene(Class + """, "patienceRate": "fast" """, Group), "classes[0].patienceRate: must be a number, is a text" },
        { Scene(Class + """, "priority": 0.5 """, Group), "classes[0].priority: must be a whole number" },
        { Scene(""" "name": "a", "skills": {} """, Group), "classes[0].rate: is missing" },
        { Scene(""" "name": "a", "rate": -4 """, Group), "classes[0].rate: must be at least 0" },
        { Scene(""" "rate": 4 """, Group), "classes[0].name: is missing" },
        { Scene(Class + """, "arrivals": {"kind":"piecewise","steps":[{"at":1,"rate":2}]} """, Group), "classes[0].arrivals.steps[0].at: must begin at 0" },
        { Scene(Class + """, "arrivals": {"kind":"replay","times":[1,0.5]} """, Group), "classes[0].arrivals.times[1]: must not come before" },
        { Scene(Class + """, "retrial": {"probability":1,"rate":2} """, Group), "classes[0].retrial.probability: must be below 1" },
        { Scene(Class, Group, """ "policy": "fastest", """), "policy: 'fastest' is not known" },
        { Scene(Class, Group, """ "policy": { "kind": "shadow-price", "prices": { "q": 1 } }, """), "policy.prices.q: no agent group holds 'q'" },
        { Scene(Class, Group, """ "policy": { "kind": "longest-idle", "window": 1 }, """), "policy.window: is not a key here; known: kind" },
        { Scene(Class, Group, """ "policy": { "kind": "fastest", "window": 1 }, """), "policy: 'fastest' is not known" },
        { Scene(Class, Group, """ "policy": { "kind": "shadow-price", "learningRate": 2 }, """), "policy.learningRate: must be at most 1" },
        { Scene(Class, Group, """ "policy": { "kind": "shadow-price", "learnedPrice": 2, "maxPrice": 1 }, """), "policy.maxPrice: cannot be together" },
        { Scene(Class, Group, """ "policy": { "kind": "batch-optimal", "windw": 1 }, """), "policy.windw: is not a key here" },
        { Scene(Class + """, "rings": [ {"after": 1}, {"after": 1} ] """, Group), "classes[0].rings[1].after: must be above 1" },
        { Scene(Class + """, "rings": [ {"after": 1, "groups": ["k"]} ] """, Group), "classes[0].rings[0].groups[0]: there is no agent group 'k'" },
        { Scene(Class + """, "ageing": -1 """, Group), "classes[0].ageing: must be at least 0" },
        { Scene(Class, Group, """ "lines": 0, """), "lines: must be from 1" },
        { Scene(Class, Group, """ "queueLimit": -2, """), "queueLimit: must be from 0" },
        { Scene(Class, Group, """ "warmup": -1, """), "warmup: must be from 0" },
        { Scene(Class, Group, """ "replications": 0, """), "replications: must be from 1" },
        { Scene(Class, Group, """ "horizon": 0, """), "horizon: must be above 0" },
        { Scene(Class, Group, """ "seed": -3, """), "seed: must be a whole number" },
        { Scene(Class, Group, """ "serviceLevelTimes": [0.1, -1], """), "serviceLevelTimes[1]: must be at least 0" },
        { """{ "classes": [], "agents": [] }""", "classes: must not be empty" },
        { """{ "agents": [] }""", "classes: is missing" },
        { "[]", "$: must be an object" },
        { "{ \"seed\": 1,, }", "$: is not JSON, line 1" },
        { "", "$: is not JSON" },
        { $$"""{ "classes": [ { {{Class}} }, { {{Class}} } ], "agents": [ { {{Group}} } ] }""", "classes[1].name: 'a' is used twice" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Parse_OfSomethingWrong_NamesThePath(string json, string message)
    {
        var error = Assert.Throws<ScenarioException>(() => Scenario.Parse(json));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    /// <summary>Cut anywhere, the example is refused as text that is not JSON, and never with another exception.</summary>
    [Fact]
    public void Parse_OfACutFile_IsRefused()
    {
        for (var length = 0; length < Issue.Length - 1; length++)
        {
            Assert.StartsWith("$: is not JSON", Assert.Throws<ScenarioException>(() => Scenario.Parse(Issue[..length])).Message, StringComparison.Ordinal);
        }
    }

    private static string Scene(string workClass, string group, string top = "") => "{" + top + Rest(workClass, group);

    private static string Rest(string workClass, string group) => $$""" "classes": [ { {{workClass}} } ], "agents": [ { {{group}} } ] }""";
}
