using OmniChannel.Engagement.Facts;
using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Rows C2 to C4, C12 and promises P7 and P8: explained, tried first, decided by hand, undone.</summary>
public sealed class CustomerIdentityTests
{
    private const string Mobile = "+819011112222";
    private static readonly IdentityChangeOptions Try = new() { DryRun = true };

    [Fact]
    public async Task C3_DryRunOfADetach_SaysWhatTheDetachThenDoes()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (sms, mail) = await TwoAsync(desk);
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);
        await desk.Host.SettleAsync();
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        var one = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value;

        var tried = await desk.Omni.Customers.Identity.DetachAsync(one, Identifier.Email("hanako@example.com"), Try);

        Assert.True(tried is { IsDryRun: true, Accepted: true });
        Assert.Equal((mail, sms, mail), Assert.Single(tried.Moved.Where(m => m.Part == mail).Select(m => (m.Part, m.From, m.To))));
        Assert.Equal(one, await desk.Omni.Customers.FindAsync(Identifier.Email("hanako@example.com")));
        var done = await desk.Omni.Customers.Identity.DetachAsync(one, Identifier.Email("hanako@example.com"));
        Assert.Equal(tried.Moved, done.Moved);
        await desk.Host.SettleAsync();
        Assert.Equal(2, desk.Omni.Routing.Floor().Open);
        Assert.Null(await desk.Omni.Customers.FindAsync(Identifier.Email("hanako@example.com")));
        Assert.Equal("customer.not-tied", (await desk.Omni.Customers.Identity.DetachAsync(one, Identifier.Email("hanako@example.com"))).Code);
    }

    [Fact]
    public async Task C3_MergedByHandAndUndoneAfterARestart_BothHaveTheirOwnAgain()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (sms, mail) = await TwoAsync(desk);
        await desk.Omni.Customers.ObserveAsync("agent", sms, [new() { Name = "size", Value = "26" }]);
        await desk.Omni.Customers.ObserveAsync("agent", mail, [new() { Name = "size", Value = "23" }]);
        var merged = await desk.Omni.Customers.Identity.MergeAsync(mail, sms, new() { By = "agent-a" });
        await desk.Host.SettleAsync();
        Assert.True(merged.Accepted);
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        Assert.Equal(["26"], (await desk.Omni.Customers.GetAsync(mail))!.Values.SelectMany(v => v.Others).Select(v => v.Value));

        await desk.RestartAsync();
        var history = await desk.Omni.Customers.Identity.HistoryAsync(mail);
        Assert.Contains(history, e => e.Explanation.Code == "history.verdict-together" && e.Explanation.Arguments["by"] == "agent-a");
        var undone = await desk.Omni.Customers.Identity.UndoMergeAsync(history.Single(e => e.Explanation.Code == "history.joined").Of);

        Assert.True(undone.Accepted);
        await desk.Host.SettleAsync();
        Assert.Equal(2, desk.Omni.Routing.Floor().Open);
        Assert.Equal("26", Assert.Single((await desk.Omni.Customers.GetAsync(sms))!.Values).Value);
        Assert.Equal("23", Assert.Single((await desk.Omni.Customers.GetAsync(mail))!.Values).Value);
        Assert.Equal("customer.not-merged", (await desk.Omni.Customers.Identity.UndoMergeAsync(mail)).Code);
    }

    [Theory]
    [InlineData(true, "legal")]
    [InlineData(false, "general")]
    public async Task P8_UndoneMerge_PutsEachBackInItsOwnQueue(bool isStillThere, string expected)
    {
        var queues = new List<string> { "general", "legal" };
        await using var desk = await TestDesk.OpenAsync(omni => queues.ForEach(q => omni.AddQueue(q).RouteInbound(r => r.DefaultQueue("general"))));
        var (sms, mail) = await TwoAsync(desk);
        var agent = await desk.Host.SignInAsync("agent-a");
        var (offer, own) = (await desk.Host.DeskAsync(agent)).Offers.Where(o => o.Conversation.Legs[0].Channel == desk.Mail.Account.Channel.Value).Select(o => (o.Id, o.Conversation.Id)).Single();
        Assert.True((await desk.Omni.Agents.AcceptAsync(agent, offer)).Accepted);
        await desk.Omni.Agents.SetPresenceAsync(agent, Presence.Away);
        Assert.True((await desk.Omni.Agents.TransferAsync(agent, own, new() { Queue = new("legal") })).Accepted);
        await desk.Omni.Customers.Identity.MergeAsync(sms, mail);
        await desk.Host.SettleAsync();
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        if (!isStillThere)
        {
            queues.Remove("legal");
            await desk.RestartAsync();
        }

        Assert.True((await desk.Omni.Customers.Identity.UndoMergeAsync(mail)).Accepted);

        await desk.Host.SettleAsync();
        var last = desk.Store.Journal.SelectMany(FactCodec.Decode).OfType<WorkItemChanged>().Last(w => w.Item.Conversation == own);
        Assert.Equal(expected, last.Item.Queue.Value);
    }

    [Fact]
    public async Task P7_WhyOneAndWhyNot_AreSaidWithTheirSources()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (sms, mail) = await TwoAsync(desk);
        Assert.Equal("identity.nothing-ties", (await desk.Omni.Customers.Identity.ExplainAsync(sms, mail)).Answer.Code);
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);

        var why = await desk.Omni.Customers.Identity.ExplainAsync(Identifier.Phone(Mobile), Identifier.Email("hanako@example.com"));

        Assert.True(why.IsOne);
        Assert.All(why.Ties, t => Assert.Equal(("shop", Assurance.Verified, false), (t.Source, t.Assurance, t.IsRefused)));
        await desk.Omni.Customers.ImportAsync("shop", new() { ExternalId = "m-2", Identifiers = [Identifier.Phone(Mobile)] });
        var refused = Assert.Single(await desk.Omni.Customers.Identity.RefusedAsync(sms));
        Assert.Equal(("identity.refused.contested", "sender"), (refused.Explanation.Code, refused.Source));
        Assert.DoesNotContain(Mobile, refused.Explanation.ToText(Locale.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task C3_MergeThatOtherDecisionsForbid_IsRefusedAndLeavesNothing(bool tried)
    {
        await using var desk = await TestDesk.OpenAsync();
        var (sms, mail) = await TwoAsync(desk);
        await desk.SayAsync(desk.Chat, "v1", "a third");
        var chat = (await desk.Omni.Customers.FindAsync(Identifier.Address(new() { Account = desk.Chat.Account, SenderId = "v1" })))!.Value;
        await desk.Omni.Customers.Identity.KeepApartAsync(sms, mail);
        await desk.Omni.Customers.Identity.MergeAsync(sms, chat);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        var (rows, journal) = (desk.Store.Commits.Count, desk.Store.Journal.Count());

        var refused = await desk.Omni.Customers.Identity.MergeAsync(mail, chat, new() { DryRun = tried });

        Assert.Equal((false, "customer.merge-refused", 0), (refused.Accepted, refused.Code, refused.Moved.Count));
        Assert.Equal((rows, journal), (desk.Store.Commits.Count, desk.Store.Journal.Count()));
        await desk.Omni.Customers.Identity.ReconsiderAsync(sms, mail);
        await desk.RestartAsync();
        Assert.False((await desk.Omni.Customers.Identity.ExplainAsync(mail, chat)).IsOne);
        Assert.True((await desk.Omni.Customers.Identity.MergeAsync(mail, chat)).Accepted);
        Assert.True((await desk.Omni.Customers.Identity.ExplainAsync(mail, chat)).IsOne);
    }

    [Fact]
    public async Task C2_LinkingForbidden_BeforeTheRecordCame_JoinsNobody()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (sms, mail) = await TwoAsync(desk);
        await desk.Omni.Customers.Identity.AllowLinkingAsync(Identifier.Email("hanako@example.com"), allowed: false);
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);
        await desk.RestartAsync();
        Assert.False((await desk.Omni.Customers.Identity.ExplainAsync(sms, mail)).IsOne);

        var allowed = await desk.Omni.Customers.Identity.AllowLinkingAsync(Identifier.Email("hanako@example.com"), allowed: true);

        Assert.Equal(mail, Assert.Single(allowed.Moved).Part);
        await desk.Host.SettleAsync();
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
    }

    [Fact]
    public async Task C12_RecordOfThreeSources_IsOneProfileAndForgottenPiecesLeaveIt()
    {
        await using var desk = await TestDesk.OpenAsync();
        foreach (var source in new[] { "shop", "crm", "club" })
        {
            var traits = new Dictionary<string, string> { ["in-" + source] = "yes" };
            await desk.Omni.Customers.ImportAsync(source, new() { ExternalId = "1", Identifiers = [Identifier.Phone(Mobile)], Traits = traits });
        }

        var id = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value;
        Assert.Equal(["in-club", "in-crm", "in-shop"], (await desk.Omni.Customers.GetAsync(id))!.Values.Select(v => v.Name).Where(n => n.StartsWith("in-", StringComparison.Ordinal)));

        Assert.True((await desk.Omni.Customers.ForgetRecordAsync("crm", "1")).Accepted);

        Assert.DoesNotContain((await desk.Omni.Customers.GetAsync(id))!.Values, v => v.Source == "crm" || v.Others.Any(o => o.Source == "crm"));
        Assert.Equal("record.unknown", (await desk.Omni.Customers.ForgetRecordAsync("crm", "1")).Code);
    }

    [Fact]
    public async Task B13_Devices_OfACustomer_KeepTheirTokensAndGoWithThem()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (sms, mail) = await TwoAsync(desk);
        var seen = desk.Time.GetUtcNow();
        await desk.Omni.Customers.RegisterDeviceAsync(sms, new() { Id = "phone", PushToken = "t1", Platform = "ios" });
        await desk.Omni.Customers.RegisterDeviceAsync(mail, new() { Id = "tablet", PushToken = "t2", SeenAt = seen.AddHours(1) });
        await desk.Omni.Customers.RegisterDeviceAsync(sms, new() { Id = "phone", PushToken = "t0", SeenAt = seen.AddDays(-1) });
        await desk.Omni.Customers.RegisterDeviceAsync(sms, new() { Id = "phone", SeenAt = seen.AddMinutes(5) });

        await desk.Omni.Customers.Identity.MergeAsync(sms, mail);
        await desk.RestartAsync();

        Assert.Equal(
            [("tablet", "t2", null, seen.AddHours(1)), ("phone", "t1", "ios", seen.AddMinutes(5))],
            (await desk.Omni.Customers.DevicesAsync(mail)).Select(d => (d.Id, d.PushToken, d.Platform, d.SeenAt!.Value)));
        Assert.True((await desk.Omni.Customers.RemoveDeviceAsync(sms, "tablet")).Accepted);
        Assert.Equal("device.unknown", (await desk.Omni.Customers.RemoveDeviceAsync(sms, "tablet")).Code);
        Assert.True((await desk.Omni.Customers.Identity.UndoMergeAsync(mail)).Accepted);
        Assert.Equal(("phone", 0), (Assert.Single(await desk.Omni.Customers.DevicesAsync(sms)).Id, (await desk.Omni.Customers.DevicesAsync(mail)).Count));
    }

    [Fact]
    public async Task C11_SourceWhoseRecordsChangeTheirFields_IsFollowedWithoutACoreChange()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddIdentifierType(new() { Type = new("licence-plate"), Normalizer = IdentifierNormalizers.Text }));
        var plate = new Identifier { Type = new("licence-plate"), Value = "品川 300 あ 12-34" };
        await desk.Omni.Customers.ImportAsync("garage", new() { ExternalId = "7", Identifiers = [plate], Traits = new Dictionary<string, string> { ["colour"] = "red", ["doors"] = "4" } });
        var id = (await desk.Omni.Customers.FindAsync(plate))!.Value;

        // The garage's next version no longer has the colour, counts seats, and knows the owner's phone.
        await desk.Omni.Customers.ImportAsync("garage", new()
        {
            ExternalId = "7",
            Identifiers = [plate, Identifier.Phone(Mobile)],
            Traits = new Dictionary<string, string> { ["doors"] = "5" },
            DetailedTraits = [new() { Name = "seats", Value = "5", Origin = TraitOrigin.Inferred }],
        });

        Assert.Equal(id, await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)));
        var values = (await desk.Omni.Customers.GetAsync(id))!.Values;
        Assert.Equal(["doors=5", "seats=5"], values.Where(v => v.Name is "colour" or "doors" or "seats").Select(v => $"{v.Name}={v.Value}"));
        await desk.Omni.Customers.ImportAsync("garage", new() { ExternalId = "7", Identifiers = [Identifier.Phone(Mobile)] });
        Assert.Null(await desk.Omni.Customers.FindAsync(plate));
    }

    [Fact]
    public async Task A3_FailedPurchaseOfASocialAccount_IsKnownWhenItsOwnerRings()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddIdentifierType(new() { Type = new("social-id"), Normalizer = IdentifierNormalizers.Text, Strength = IdentifierStrength.Strong }));
        var social = new Identifier { Type = new("social-id"), Value = "hanako_y" };
        await desk.Omni.Customers.ImportAsync("social-shop", new() { ExternalId = "hanako_y", Identifiers = [social] });
        await desk.Omni.Customers.ObserveAsync("social-shop", (await desk.Omni.Customers.FindAsync(social))!.Value, [new() { Name = "failed-purchase", Value = "order 77: card declined", Origin = TraitOrigin.Observed }]);
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with { Identifiers = [social, Identifier.Phone(Mobile)] });

        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "CA1");
        await desk.Host.SettleAsync();

        var caller = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value;
        var view = (await desk.Omni.Customers.GetAsync(caller))!;
        Assert.Equal("山田 花子", view.Name);
        Assert.Equal("order 77: card declined", view.Values.Single(v => v.Name == "failed-purchase").Value);
        var ringing = await desk.ViewAsync(new(Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations).Key));
        Assert.Contains(ringing.Customer.Values, v => v.Name == "failed-purchase");
    }

    [Fact]
    public async Task C4_Values_OfAProfile_SaySourceTimeAndHowTheyWereChosen()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);
        var id = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value;
        await desk.Omni.Customers.ObserveAsync("agent", id, [new() { Name = "tier", Value = "silver" }]);

        var customer = (await desk.Omni.Customers.GetAsync(id))!;

        Assert.All(customer.Values, v => Assert.True(v.Source.Length > 0 && v.At > default(DateTimeOffset) && v.Reason!.ToText(Locale.English) != v.Reason.Code));
        Assert.All(desk.Store.Journal.SelectMany(Engagement.Facts.FactCodec.Decode).OfType<Engagement.Facts.ProfileImported>(), f => Assert.Equal("shop", f.Source));
    }

    /// <summary>A stranger by SMS and one by mail.</summary>
    private static async Task<(CustomerId Sms, CustomerId Mail)> TwoAsync(TestDesk desk)
    {
        await desk.SayAsync(desk.Sms, Mobile, "by sms");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        await desk.SayAsync(desk.Mail, "hanako@example.com", "by mail");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        return ((await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value, (await desk.Omni.Customers.FindAsync(Identifier.Email("hanako@example.com")))!.Value);
    }
}
