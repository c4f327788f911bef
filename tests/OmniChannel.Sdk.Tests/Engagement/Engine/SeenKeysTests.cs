namespace OmniChannel.Engagement.Engine;

public sealed class SeenKeysTests
{
    private readonly SeenKeys _keys = new();
    private readonly DateTimeOffset _start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Contains_WhatWasAdded_AlwaysAndHardlyAnythingElse()
    {
        var random = new Random(5);
        var added = Enumerable.Range(0, 50_000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue)).ToList();
        added.ForEach(k => _keys.Add(k, _start));

        Assert.All(added, k => Assert.True(_keys.Contains(k)));
        Assert.InRange(Enumerable.Range(0, 50_000).Count(_ => _keys.Contains(random.NextInt64(long.MinValue, long.MaxValue))), 0, 1500);
    }

    [Fact]
    public void Contains_AfterThirtyDays_IsForgottenBetweenThirtyAndFortyDays()
    {
        _keys.Add(1, default);
        _keys.Add(2, _start);
        for (var day = 0; day <= 30; day++)
        {
            Assert.True(_keys.Contains(2), $"day {day}");
            _keys.Add(1000 + day, _start.AddDays(day));
        }

        _keys.Add(3, _start.AddDays(40));
        Assert.False(_keys.Contains(1));
        Assert.False(_keys.Contains(2));
    }
}
