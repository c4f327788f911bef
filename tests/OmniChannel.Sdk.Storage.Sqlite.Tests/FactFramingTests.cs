using FsCheck;
using FsCheck.Fluent;

namespace OmniChannel.Storage.Sqlite.Tests;

public sealed class FactFramingTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var framing = new FactFraming();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<(string? Kind, int Version, byte[]? Body)[]>(facts =>
        {
            var records = facts.Select(f => new FactRecord { Kind = Text(f.Kind), Version = f.Version & int.MaxValue, Body = f.Body ?? [] }).ToList();
            var read = FactFraming.Read(framing.Write(records).ToArray());
            return read.Count == records.Count && read.Zip(records).All(p =>
                p.First.Kind == p.Second.Kind && p.First.Version == p.Second.Version && p.First.Body.Span.SequenceEqual(p.Second.Body.Span));
        }));
    }

    [Fact]
    public void Read_AnyBytes_GivesFactsOrInvalidData() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<byte[]>(bytes =>
        {
            try
            {
                FactFraming.Read((byte[])[1, .. bytes]);
            }
            catch (InvalidDataException)
            {
                // The only exception that is allowed: any other fails the property.
            }

            return true;
        }));

    [Fact]
    public void Read_EveryCut_IsInvalidData()
    {
        var blob = new FactFraming().Write([new FactRecord { Kind = "kind", Version = 300, Body = new byte[200] }]).ToArray();

        for (var length = 0; length < blob.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => FactFraming.Read(blob.AsMemory(0, length)));
        }
    }

    [Fact]
    public void Read_UnknownFraming_IsInvalidData() => Assert.Throws<InvalidDataException>(() => FactFraming.Read((byte[])[2, 0]));

    [Fact]
    public void Write_SmallFact_CostsFourBytesMoreThanItsContent()
    {
        var blob = new FactFraming().Write([new FactRecord { Kind = "kind", Version = 1, Body = new byte[100] }]);

        Assert.Equal(2 + 3 + 4 + 100, blob.Length);
    }

    private static string Text(string? text) => new([.. (text ?? "").Where(c => !char.IsSurrogate(c))]);
}
