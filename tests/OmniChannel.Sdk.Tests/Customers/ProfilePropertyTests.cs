using System.Globalization;
using OmniChannel.Engagement.Engine;
using OmniChannel.Engagement.Inbound;
using OmniChannel.Engagement.Inputs;

namespace OmniChannel.Customers;

/// <summary>Profiles of random sources and observations, through the engine: what counts, what an undo and a deletion leave, and that order is nothing.</summary>
public sealed class ProfilePropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ProfileOptions Options = new() { Traits = { ["tier"] = new() { Trusted = { "crm", "club" } }, ["street"] = new() { Order = { Survivorship.Longest } } } };
    private static readonly ProfileRules Rules = new(Options);

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Scale.Of(100))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task C1_Profile_OfAnyHistory_IsWhatAPlainModelSays(int seed)
    {
        var random = new Random(seed);
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        var model = new ProfileModel();
        foreach (var said in Said(random, 30))
        {
            await TellAsync(rig, said);
            model.Tell(said);
        }

        foreach (var customer in Customers(rig))
        {
            var rows = RowsOf(rig, customer);
            var records = rows.Where(r => r.Record is not null).Select(r => r.Source + r.Record!.ExternalId).ToHashSet();
            var shown = ProfileBuilder.Traits(rows, Rules).Select(t => (t.Winner.Name, t.Winner.Value)).ToList();
            Assert.Equal(model.Best(records), shown);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task C1_Observations_InAnyOrder_GiveTheSameProfiles(int seed)
    {
        var random = new Random(seed);
        var all = Said(random, 30);
        var first = await RunAsync(all);
        for (var i = 0; i < 3; i++)
        {
            // A trait is told of a record that is known.
            random.Shuffle(all);
            Assert.Equal(first, await RunAsync([.. all.OrderBy(s => s.Trait is not null)]));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task C3_WhatWasToldAndTakenBack_WasNeverTold(int seed)
    {
        var random = new Random(seed);
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        foreach (var said in Said(random, 20))
        {
            await TellAsync(rig, said);
        }

        var before = Profiles(rig);
        var more = Said(random, 12).Select(s => s.Trait is null ? s with { Id = s.Id + "-more" } : s with { Trait = s.Trait with { Value = s.Trait.Value + "+" } })
            .Where(s => s.Trait is null || AtomOf(rig, s) != 0).ToList();
        foreach (var said in more)
        {
            await TellAsync(rig, said);
        }

        foreach (var said in more)
        {
            await rig.RunAsync(said.Trait is { } trait
                ? new TraitCommand { Customer = new(AtomOf(rig, said)), Source = said.By, Traits = [trait], IsTakenBack = true }
                : new ForgetRecordCommand { Source = said.Source, ExternalId = said.Id });
        }

        Assert.Equal(before, Profiles(rig));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task P8_MergedAndUndone_ProfilesAreExactlyAsBefore(int seed)
    {
        var random = new Random(seed);
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        foreach (var said in Said(random, 30))
        {
            await TellAsync(rig, said);
        }

        var before = Profiles(rig);
        var done = 0;
        for (var i = 0; i < 8; i++)
        {
            rig.Now += TimeSpan.FromSeconds(random.Next(2));
            var customers = Customers(rig).ToArray();
            random.Shuffle(customers);
            var merge = new VerdictCommand { First = new(customers[0]), Second = new(customers[^1]), Verdict = VerdictKind.Together };
            if ((await rig.RunAsync(merge))[0].Decision is not { Accepted: true })
            {
                continue; // It was kept apart before.
            }

            Assert.NotEqual(before, Profiles(rig));
            await rig.RestartAsync();
            var gone = rig.State.Identity.Resolve(customers[0]).Value == customers[0] ? customers[^1] : customers[0];
            Assert.True((await rig.RunAsync(new UndoMergeCommand { Joined = new(gone) }))[0].Decision!.Accepted);
            Assert.Equal(before, Profiles(rig));
            done++;
        }

        Assert.True(done > 0);
    }

    private static async Task<string> RunAsync(IEnumerable<Statement> all)
    {
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        foreach (var said in all)
        {
            await TellAsync(rig, said);
        }

        return Profiles(rig);
    }

    private static async Task TellAsync(EngineRig rig, Statement said)
    {
        EngineInput input = said.Trait is { } trait
            ? new TraitCommand { Customer = new(AtomOf(rig, said)), Source = said.By, Traits = [trait] }
            : new ImportCommand { Source = said.Source, Record = said.Record! };
        await rig.RunAsync(input);
    }

    /// <summary>Records of three sources, in several states, that share phones and e-mails now and then; and traits told of them, in any order.</summary>
    private static Statement[] Said(Random random, int count)
    {
        var times = Enumerable.Range(0, count).ToArray();
        random.Shuffle(times);
        var known = new List<(string Source, string Id)>();
        return [.. Enumerable.Range(0, count).Select(i => known.Count > 0 && random.Next(3) == 0 ? Told(random, known[random.Next(known.Count)], times[i]) : Record(random, known, times[i]))];
    }

    private static Statement Told(Random random, (string Source, string Id) of, int time) => new()
    {
        Source = of.Source,
        Id = of.Id,
        By = random.Next(2) == 0 ? "model" : "agent",
        Trait = Trait(random, time) with { Origin = (TraitOrigin)random.Next(3), Confidence = random.Next(2) == 0 ? null : random.Next(10) / 10.0 },
    };

    private static Statement Record(Random random, List<(string Source, string Id)> known, int time)
    {
        var source = random.Next(3) switch { 0 => "shop", 1 => "crm", _ => "club" };
        var id = random.Next(5).ToString(CultureInfo.InvariantCulture);
        known.Add((source, id));
        return new()
        {
            Source = source,
            Id = id,
            Phone = random.Next(6),
            Email = random.Next(6),
            Traits = Enumerable.Range(0, 2).Select(_ => Trait(random, time)).DistinctBy(t => t.Name).ToDictionary(t => t.Name, t => t.Value),
            ChangedAt = Start.AddMinutes(time),
        };
    }

    private static Trait Trait(Random random, int time) => new()
    {
        Name = random.Next(3) switch { 0 => "tier", 1 => "street", _ => "size" },
        Value = new string('x', random.Next(1, 5)) + random.Next(3),
        At = Start.AddMinutes(time),
    };

    private static long AtomOf(EngineRig rig, Statement said) => rig.State.Identity.AtomOf(RecognitionStep.KeyOf(rig.State, said.Source, said.Id));

    private static IEnumerable<long> Customers(EngineRig rig) => rig.State.Identity.Atoms.Values.Select(a => a.Customer).Distinct().Order();

    private static List<ProfileState> RowsOf(EngineRig rig, long customer) =>
        [.. rig.State.Identity.AtomsOf(new(customer)).Select(a => rig.Store.Rows.GetValueOrDefault(new(StateTable.Profiles, a))).OfType<StateRow>()
            .Select(r => System.Text.Json.JsonSerializer.Deserialize(r.Value.Span, Engagement.State.StateJson.Default.ProfileState)!)];

    /// <summary>Every customer with more than nothing: its records, its traits with where they come from and what lost.</summary>
    private static string Profiles(EngineRig rig) =>
        string.Join('\n', Customers(rig).Select(c => RowsOf(rig, c)).Where(r => r.Any(p => p.Record is not null || p.Traits is not null)).Select(Text).Order(StringComparer.Ordinal));

    private static string Text(List<ProfileState> rows) =>
        string.Join(',', rows.Where(r => r.Record is not null).Select(r => $"{r.Source}:{r.Record!.ExternalId}").Order(StringComparer.Ordinal)) + " "
        + string.Join(' ', ProfileBuilder.Traits(rows, Rules).Select(t => t.ToView()).Select(v => $"{One(v)}/{v.Reason!.Code}({string.Join(',', v.Others.Select(One))})"));

    private static string One(ValueView v) => $"{v.Name}={v.Value}/{v.Source}/{v.At:O}/{v.Origin}/{v.Confidence}";
}
