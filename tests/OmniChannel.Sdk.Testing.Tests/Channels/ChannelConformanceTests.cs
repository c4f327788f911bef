using OmniChannel.Testing.Channels;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Tests.Channels;

public sealed class ChannelConformanceTests
{
    [Fact]
    public async Task RightAdapter_EveryCheck_Passes()
    {
        Assert.Empty(await FailuresAsync(new ChannelConformance<KioskOptions>(KioskSubject.Create(KioskFlaw.None)).Checks));
        Assert.Empty(await FailuresAsync(new ChannelConformance<PeepholeOptions>(PeepholeSubject.Create(PeepholeFlaw.None)).Checks));
    }

    [Fact]
    public void Checks_Names_AreUnique()
    {
        var names = new ChannelConformance<KioskOptions>(KioskSubject.Create(KioskFlaw.None)).Checks.Select(c => c.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(KioskFlaw.AcceptsAnything, "Verify_BatchWithADamagedProof_IsRefused")]
    [InlineData(KioskFlaw.SignsTheTimeOnly, "Verify_Batch_IsAccepted")]
    [InlineData(KioskFlaw.ComparesParsedJson, "Verify_BatchReserialised_IsRefused")]
    [InlineData(KioskFlaw.ThrowsWithoutHeader, "Verify_BatchWithoutAHeader_IsRefusedWithoutThrowing")]
    [InlineData(KioskFlaw.IgnoresAge, "Verify_BatchTooOld_IsRefusedAsStale")]
    [InlineData(KioskFlaw.ForgetsTheReason, "Verify_BatchWithADamagedBody_IsRefused")]
    [InlineData(KioskFlaw.MakesUpKeys, "Parse_BatchTwice_GivesTheSameKeys")]
    [InlineData(KioskFlaw.LosesTheSecondEvent, "Parse_Batch_GivesTheEventsInOrder")]
    [InlineData(KioskFlaw.DropsUnknownKinds, "Parse_Unknown_GivesTheEventsInOrder")]
    [InlineData(KioskFlaw.LetsExceptionsEscape, "Parse_BatchCutShort_IsMalformedAtWorst")]
    [InlineData(KioskFlaw.TakesFileAddresses, "Parse_Batch_NamesMediaByHttpAddressOnly")]
    [InlineData(KioskFlaw.AsksTheProviderWhileParsing, "Parse_Batch_GivesTheEventsInOrder")]
    [InlineData(KioskFlaw.DescribesByTheClock, "Describe_AYearLater_IsTheSame")]
    [InlineData(KioskFlaw.ForgetsTheWindow, "Describe_ReplyWindow_IsTheDocumentedOne")]
    [InlineData(KioskFlaw.Retries, "Send_AnsweredBusy_MeansThrottled")]
    [InlineData(KioskFlaw.SwallowsCancellation, "Send_Cancelled_Throws")]
    [InlineData(KioskFlaw.ForgetsTheIdempotencyKey, "Send_IdempotencyKey_ReachesTheProvider")]
    [InlineData(KioskFlaw.CutsLongTexts, "Send_TextAtTheLimit_IsAccepted")]
    [InlineData(KioskFlaw.MistakesThrottling, "Send_AnsweredBusy_MeansThrottled")]
    [InlineData(KioskFlaw.ForgetsRetryAfter, "Send_AnsweredBusy_MeansThrottled")]
    [InlineData(KioskFlaw.TakesAResetForFinal, "Send_Reset_IsNeitherAcceptedNorFinal")]
    [InlineData(KioskFlaw.KeysReceiptsByMessage, "Receipts_OfOneMessage_HaveKeysOfTheirOwn")]
    [InlineData(KioskFlaw.PromisesReadReceipts, "Receipts_Described_AreAllInTheSamples")]
    [InlineData(KioskFlaw.TellsTheSecret, "Secrets_InRefusals_DoNotShow")]
    [InlineData(KioskFlaw.LogsTheSecret, "Secrets_InFailedSends_DoNotShow")]
    [InlineData(KioskFlaw.LogsTheAddress, "Secrets_InFailedSends_DoNotShow")]
    public async Task WrongAdapter_ItsCheck_Fails(KioskFlaw flaw, string check) =>
        Assert.Contains(check, await FailuresAsync(new ChannelConformance<KioskOptions>(KioskSubject.Create(flaw)).Checks));

    [Theory]
    [InlineData(PeepholeFlaw.ShowsNotes, "Render_PrivateEntries_AreNeverShown")]
    [InlineData(PeepholeFlaw.ShowsAgentIds, "Render_WhatIsShown_HoldsNoIdsOrReasons")]
    [InlineData(PeepholeFlaw.ShowsReasons, "Render_WhatIsShown_HoldsNoIdsOrReasons")]
    [InlineData(PeepholeFlaw.BreaksLines, "Render_Frames_AreOneLineOfJson")]
    [InlineData(PeepholeFlaw.BelievesAnyToken, "Stream_DamagedToken_IsRefused")]
    [InlineData(PeepholeFlaw.IgnoresExpiry, "Stream_ExpiredToken_IsRefused")]
    [InlineData(PeepholeFlaw.ForgetsTheAccount, "Stream_TokenOfAnotherAccount_IsRefused")]
    [InlineData(PeepholeFlaw.KeysByClientAlone, "Stream_Text_BelongsToTheVisitor")]
    [InlineData(PeepholeFlaw.BelievesTheBody, "Stream_Text_BelongsToTheVisitor")]
    public async Task WrongStream_ItsCheck_Fails(PeepholeFlaw flaw, string check) =>
        Assert.Contains(check, await FailuresAsync(new ChannelConformance<PeepholeOptions>(PeepholeSubject.Create(flaw)).Checks));

    [Fact]
    public async Task ThinDescription_FailsByItself()
    {
        var full = KioskSubject.Create(KioskFlaw.None);
        var thin = new ChannelUnderTest<KioskOptions> { Account = full.Account, Options = full.Options, Secrets = [], CreateAdapter = full.CreateAdapter };
        Assert.Contains("Description_CoversTheAdapter", await FailuresAsync(new ChannelConformance<KioskOptions>(thin).Checks));
    }

    private static async Task<List<string>> FailuresAsync(IReadOnlyList<ConformanceCheck> checks)
    {
        var failed = new List<string>();
        foreach (var check in checks)
        {
            try
            {
                await check.RunAsync(TestContext.Current.CancellationToken);
            }
            catch (ConformanceFailedException)
            {
                failed.Add(check.Name);
            }
        }

        return failed;
    }
}
