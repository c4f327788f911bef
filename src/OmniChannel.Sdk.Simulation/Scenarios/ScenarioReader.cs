using System.Text.Json;

namespace OmniChannel.Simulation.Scenarios;

/// <summary>From JSON to a <see cref="Scenario"/>: shapes only; what the values must be is in <see cref="ScenarioRules"/>.</summary>
internal static class ScenarioReader
{
    public static Scenario Read(string json)
    {
        using var document = JsonObjectReader.Document(json);
        var root = new JsonObjectReader("", document.RootElement);
        var normal = new Scenario { Classes = [], Agents = [] };
        var horizon = root.Number("horizon");
        var scenario = new Scenario
        {
            Seed = Seed(root),
            Replications = root.Int("replications") ?? normal.Replications,
            Arrivals = root.Long("arrivals") ?? normal.Arrivals,
            Warmup = root.Long("warmup") ?? (horizon is null ? normal.Warmup : 0),
            Horizon = horizon,
            QueueLimit = root.Int("queueLimit"),
            Lines = root.Int("lines"),
            Policy = Policy(root),
            ServiceLevelTimes = root.List("serviceLevelTimes", JsonObjectReader.NumberOf) ?? [],
            Channels = root.List("channels", Channel) ?? [],
            Classes = root.RequiredList("classes", Class),
            Agents = root.RequiredList("agents", Group),
        };
        root.RefuseOthers();
        return scenario;
    }

    /// <summary>A duration as an object; shared with recorded days.</summary>
    public static DurationModel Duration(JsonObjectReader reader)
    {
        var normal = DurationModel.Unit;
        var kind = Kind(reader, DurationKind.Exponential, Name);
        var values = kind == DurationKind.Empirical ? reader.RequiredList("values", JsonObjectReader.NumberOf) : [];
        var model = new DurationModel
        {
            Kind = kind,
            Mean = kind == DurationKind.Empirical ? normal.Mean : reader.Number("mean") ?? normal.Mean,
            Cv = kind is DurationKind.Lognormal or DurationKind.Gamma ? reader.Number("cv") ?? normal.Cv : normal.Cv,
            Values = values,
        };
        reader.RefuseOthers();
        return model;
    }

    /// <summary>An enum value as files write it: with a small first letter.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => Enum.GetName(value) is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static ulong Seed(JsonObjectReader root)
    {
        if (root.Value("seed") is not { } value)
        {
            return 1;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var seed)
            ? seed
            : throw new ScenarioException("seed", "must be a whole number of at least 0");
    }

    /// <summary>A name, or an object with the name as its kind.</summary>
    private static PolicyModel Policy(JsonObjectReader root)
    {
        if (root.Value("policy") is not { ValueKind: JsonValueKind.Object })
        {
            return root.Text("policy") is { } name ? new() { Kind = name } : PolicyModel.LongestIdle;
        }

        var (reader, normal) = (root.Object("policy")!, PolicyModel.LongestIdle);
        var kind = reader.RequiredText("kind");
        var policy = new PolicyModel
        {
            Kind = kind,
            WaitWeight = Number("waitWeight") ?? normal.WaitWeight,
            IdleWeight = Number("idleWeight") ?? normal.IdleWeight,
            LevelWeight = Number("levelWeight") ?? normal.LevelWeight,
            Prices = Has("prices") ? reader.Map("prices", JsonObjectReader.NumberOf) ?? normal.Prices : normal.Prices,
            MaxPrice = Number("maxPrice"),
            LearnedPrice = Number("learnedPrice") ?? normal.LearnedPrice,
            LearningRate = Number("learningRate") ?? normal.LearningRate,
            Window = Number("window") ?? normal.Window,
        };
        if (Engine.PolicyCatalog.Names.Contains(kind))
        {
            reader.RefuseOthers();
        }

        return policy;

        // A setting that the kind does not have would be left unread: it is refused, like any other key.
        bool Has(string key) => Engine.PolicyCatalog.SettingsOf(kind).Contains(key);

        double? Number(string key) => Has(key) ? reader.Number(key) : null;
    }

    private static Ring Ring(string path, JsonElement element)
    {
        var reader = new JsonObjectReader(path, element);
        var ring = new Ring
        {
            After = reader.RequiredNumber("after"),
            Skills = reader.Map("skills", JsonObjectReader.IntOf) ?? new Dictionary<string, int>(),
            Groups = reader.List("groups", JsonObjectReader.TextOf),
        };
        reader.RefuseOthers();
        return ring;
    }

    private static WorkClass Class(string path, JsonElement element)
    {
        var reader = new JsonObjectReader(path, element);
        var rate = reader.Number("patienceRate");
        var patience = reader.Object("patience") is { } given ? Duration(given) : null;
        if (rate is not null && patience is not null)
        {
            throw new ScenarioException(reader.PathOf("patience"), "is given beside patienceRate; give one of them");
        }

        if (rate is < 0)
        {
            throw new ScenarioException(reader.PathOf("patienceRate"), "must be at least 0; 0, null or absent for contacts that never give up");
        }

        if (reader.Has("weight") && reader.Has("channel"))
        {
            throw new ScenarioException(reader.PathOf("weight"), "is given beside channel, which has a weight; give one of them");
        }

        var arrivals = reader.Object("arrivals") is { } process ? Arrivals(process) : ArrivalModel.Poisson;
        var usesRate = arrivals.Kind is ArrivalKind.Poisson or ArrivalKind.DoublyStochastic;
        var result = new WorkClass
        {
            Name = reader.RequiredText("name"),
            Rate = (usesRate ? reader.RequiredNumber("rate") : reader.Number("rate")) ?? 0,
            Arrivals = arrivals,
            Skills = reader.Map("skills", JsonObjectReader.IntOf) ?? new Dictionary<string, int>(),
            Priority = reader.Int("priority") ?? 0,
            Boost = reader.Number("boost") ?? 0,
            Ageing = reader.Number("ageing") ?? 1,
            Target = reader.Number("target"),
            Cost = reader.Number("cost") ?? 1,
            Exponent = reader.Number("exponent") ?? 2,
            Ratio = reader.Number("ratio") ?? 1,
            Rings = reader.List("rings", Ring) ?? [],
            Patience = rate is { } perUnit and > 0 ? new DurationModel { Mean = 1 / perUnit } : patience,
            Groups = reader.List("groups", JsonObjectReader.TextOf),
            Service = reader.Object("service") is { } service ? Duration(service) : DurationModel.Unit,
            Weight = reader.Int("weight") ?? 1,
            Channel = reader.Text("channel"),
            WrapUp = reader.Object("wrapUp") is { } wrapUp ? Duration(wrapUp) : null,
            Offer = reader.Object("offer") is { } offer ? Offer(offer) : null,
            Retrial = reader.Object("retrial") is { } retrial ? RetrialOf(retrial) : null,
        };
        reader.RefuseOthers();
        return result;
    }

    private static ContactChannel Channel(string path, JsonElement element)
    {
        var reader = new JsonObjectReader(path, element);
        var channel = new ContactChannel
        {
            Name = reader.RequiredText("name"),
            Weight = reader.Int("weight") ?? 1,
            Limit = reader.Int("limit") ?? 255,
            Interruptible = reader.Flag("interruptible"),
            Interrupts = reader.Flag("interrupts"),
            AllowMeanwhile = reader.List("allowMeanwhile", JsonObjectReader.TextOf),
        };
        reader.RefuseOthers();
        return channel;
    }

    private static OfferModel Offer(JsonObjectReader reader)
    {
        var offer = new OfferModel
        {
            Answer = reader.Object("answer") is { } answer ? Duration(answer) : null,
            Decline = reader.Number("decline") ?? 0,
            NoAnswer = reader.Number("noAnswer") ?? 0,
            Expires = reader.Number("expires"),
            Cooldown = reader.Number("cooldown") ?? 0,
        };
        reader.RefuseOthers();
        return offer;
    }

    private static ArrivalModel Arrivals(JsonObjectReader reader)
    {
        var normal = ArrivalModel.Poisson;
        var kind = Kind(reader, ArrivalKind.Poisson, Name);
        var model = new ArrivalModel
        {
            Kind = kind,
            Steps = kind == ArrivalKind.Piecewise ? reader.RequiredList("steps", Step) : [],
            Period = kind == ArrivalKind.Piecewise ? reader.Number("period") : null,
            Interval = kind == ArrivalKind.DoublyStochastic ? reader.Number("interval") ?? normal.Interval : normal.Interval,
            Cv = kind == ArrivalKind.DoublyStochastic ? reader.Number("cv") ?? normal.Cv : normal.Cv,
            Times = kind == ArrivalKind.Replay ? reader.RequiredList("times", JsonObjectReader.NumberOf) : [],
        };
        reader.RefuseOthers();
        return model;
    }

    private static RateStep Step(string path, JsonElement element)
    {
        var reader = new JsonObjectReader(path, element);
        var step = new RateStep { At = reader.RequiredNumber("at"), Rate = reader.RequiredNumber("rate") };
        reader.RefuseOthers();
        return step;
    }

    private static Retrial RetrialOf(JsonObjectReader reader)
    {
        var retrial = new Retrial { Probability = reader.RequiredNumber("probability"), Rate = reader.RequiredNumber("rate") };
        reader.RefuseOthers();
        return retrial;
    }

    private static AgentGroup Group(string path, JsonElement element)
    {
        var reader = new JsonObjectReader(path, element);
        var group = new AgentGroup
        {
            Name = reader.RequiredText("name"),
            Count = JsonObjectReader.IntOf(reader.PathOf("count"), reader.Required("count")),
            Skills = reader.Map("skills", JsonObjectReader.IntOf) ?? new Dictionary<string, int>(),
            ServiceRate = reader.Number("serviceRate") ?? 1,
            ServiceRates = reader.Map("serviceRates", JsonObjectReader.NumberOf) ?? new Dictionary<string, double>(),
            Capacity = reader.Int("capacity") ?? 1,
            Limits = reader.Map("limits", JsonObjectReader.IntOf) ?? new Dictionary<string, int>(),
            Shifts = reader.List("shifts", Shift),
        };
        reader.RefuseOthers();
        return group;
    }

    private static Shift Shift(string path, JsonElement element)
    {
        var reader = new JsonObjectReader(path, element);
        var shift = new Shift { From = reader.RequiredNumber("from"), To = reader.RequiredNumber("to") };
        reader.RefuseOthers();
        return shift;
    }

    private static T Kind<T>(JsonObjectReader reader, T normal, Func<T, string> name)
        where T : struct, Enum
    {
        if (reader.Text("kind") is not { } text)
        {
            return normal;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (name(value) == text)
            {
                return value;
            }
        }

        throw new ScenarioException(reader.PathOf("kind"), $"'{text}' is not known; known: {string.Join(", ", Enum.GetValues<T>().Select(name))}");
    }
}
