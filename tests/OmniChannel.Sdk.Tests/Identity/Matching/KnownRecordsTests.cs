using OmniChannel.Customers;
using OmniChannel.Fakes;
using OmniChannel.Identity.Matching.Live;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class KnownRecordsTests
{
    [Fact]
    public void Take_OneAfterTheOtherFromNothing_FindsTheDuplicatesAndNoStranger()
    {
        var people = People.Families(Scale.Of(1_000), duplicates: 0.3, seed: 199);
        var order = Enumerable.Range(0, people.Records.Count).ToArray();
        new Random(5).Shuffle(order);
        var columns = new RecordColumns(TrainedPeople.Matcher.Schema, new Dictionary<string, string>());
        var before = new List<(long Atom, CustomerRecord Record)>();
        var known = new KnownRecords(TrainedPeople.Matcher, columns, before, 2);
        var (right, wrong) = (0, 0);
        foreach (var record in order)
        {
            known = known.IsWorn ? new(TrainedPeople.Matcher, columns, before, 2) : known;
            foreach (var match in known.Take(record + 1, Record(people, record), 5).Where(m => m.IsMatch))
            {
                var isSame = people.Truth[(int)match.Other - 1] == people.Truth[record];
                (right, wrong) = (right + (isSame ? 1 : 0), wrong + (isSame ? 0 : 1));
            }

            before.Add((record + 1, Record(people, record)));
        }

        var pairs = people.Truth.GroupBy(t => t).Sum(g => g.Count() * (g.Count() - 1) / 2);
        Assert.True(pairs > 50);
        Assert.InRange(right, pairs * 9 / 10, pairs);
        Assert.InRange(wrong, 0, pairs / 100);
    }

    [Fact]
    public void Record_TakenAgainOrRemoved_IsNotFoundInItsFormerState()
    {
        var people = People.Families(50, duplicates: 0, seed: 3);
        var known = new KnownRecords(TrainedPeople.Matcher, new(TrainedPeople.Matcher.Schema, new Dictionary<string, string>()), [(1, Record(people, 0))], 1);
        Assert.Equal(1, Assert.Single(known.Take(2, Record(people, 0), 5)).Other);
        Assert.DoesNotContain(known.Take(2, Record(people, 0), 5), m => m.Other == 2);

        known.Take(1, Record(people, people.Records.Count - 1), 5);
        Assert.DoesNotContain(known.Take(3, Record(people, 0), 5), m => m.Other == 1);
        known.Remove(2);
        Assert.Equal(3, Assert.Single(known.Take(4, Record(people, 0), 5)).Other);
    }

    private static CustomerRecord Record(People people, int record)
    {
        string Value(int column) => people.Records.Value(record, column) ?? "";
        return new()
        {
            ExternalId = "p",
            Name = new() { Given = Value(0), Family = Value(1) },
            Traits = new Dictionary<string, string> { ["birth-date"] = Value(2), ["home-phone"] = Value(3), ["street"] = Value(4), ["city"] = Value(5) },
        };
    }
}
