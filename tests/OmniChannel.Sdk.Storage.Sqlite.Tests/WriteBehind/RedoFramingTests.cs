using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite.Tests.WriteBehind;

public sealed class RedoFramingTests
{
    [Fact]
    public void Replay_WhatWasWritten_IsTheSame()
    {
        var framing = new RedoFraming();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<(byte Table, long Key, long Parent, long Sequence, bool Resident, byte[]? Value)[]>(changes =>
        {
            var rows = changes.DistinctBy(c => (c.Table % 11, c.Key)).Select(c => new StateRow
            {
                Key = new(StateTable.All[c.Table % 11], c.Key),
                Parent = c.Parent,
                AppliedSequence = c.Sequence,
                IsResident = c.Resident,
                Value = c.Value ?? [],
            }).ToList();
            var generation = new Generation();
            RedoFraming.Replay(framing.Write(rows, [], []).ToArray(), generation);
            return generation.Rows.Count == rows.Count && rows.All(r => generation.TryFind(r.Key, out var kept)
                && kept! with { Value = default } == r with { Value = default } && kept.Value.Span.SequenceEqual(r.Value.Span));
        }));
    }

    [Fact]
    public void Replay_InboxRows_AreTheSame()
    {
        var framing = new RedoFraming();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<(long High, long Low, long Sequence, byte[]? Answer)[]>(all =>
        {
            var rows = all.DistinctBy(a => (a.High, a.Low)).Select(a => Inbox(a.High) with { Key = new(a.High, a.Low), Sequence = a.Sequence, Answer = a.Answer ?? [] }).ToList();
            var generation = new Generation();
            RedoFraming.Replay(framing.Write([], [], rows).ToArray(), generation);
            return generation.Inbox.Count == rows.Count && rows.All(r => generation.Find(r.Key) is { } kept
                && kept with { Answer = default } == r with { Answer = default } && kept.Answer.Span.SequenceEqual(r.Answer.Span));
        }));
    }

    [Fact]
    public void Replay_FirstFraming_HasNoInbox()
    {
        var generation = new Generation();
        RedoFraming.Replay((byte[])[1, 0], generation);

        Assert.True(generation.IsEmpty);
        Assert.Throws<InvalidDataException>(() => RedoFraming.Replay((byte[])[2, 0], generation));
    }

    [Fact]
    public void Replay_RowWrittenAndRemoved_IsRemoved()
    {
        var generation = new Generation();
        RedoFraming.Replay(new RedoFraming().Write([Row(1)], [Row(1).Key, Row(2).Key], []).ToArray(), generation);

        Assert.True(generation.TryFind(Row(1).Key, out var written));
        Assert.Null(written);
        Assert.True(generation.TryFind(Row(2).Key, out _));
        Assert.False(generation.TryFind(Row(3).Key, out _));
    }

    [Fact]
    public void Replay_AnyBytes_GivesRowsOrInvalidData() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<byte[]>(bytes =>
        {
            try
            {
                RedoFraming.Replay((byte[])[2, .. bytes], new Generation());
            }
            catch (InvalidDataException)
            {
                // The only exception that is allowed: any other fails the property.
            }

            return true;
        }));

    [Fact]
    public void Replay_EveryCut_IsInvalidData()
    {
        var blob = new RedoFraming().Write([Row(1), Row(2)], [Row(3).Key], [Inbox(1), Inbox(2)]).ToArray();

        for (var length = 0; length < blob.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => RedoFraming.Replay(blob.AsMemory(0, length), new Generation()));
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, 0, 0)]
    [InlineData(1, 3, 0)]
    [InlineData(1, 0, 11)]
    public void Replay_UnknownFramingKindOrTable_IsInvalidData(byte version, byte kind, byte table) =>
        Assert.Throws<InvalidDataException>(() => RedoFraming.Replay((byte[])[version, 1, kind, table, .. new byte[8]], new Generation()));

    private static InboxRow Inbox(long key) => new() { Key = new(key, 7), Sequence = 3, At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), Answer = new byte[20] };

    private static StateRow Row(long key) => new() { Key = new(StateTable.Profiles, key), AppliedSequence = 1, Value = new byte[200] };
}
