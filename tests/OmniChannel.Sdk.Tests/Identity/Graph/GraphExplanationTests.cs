namespace OmniChannel.Identity.Graph;

public sealed class GraphExplanationTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly IdentityGraph _graph = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void Customer_OverAPath_IsExplainedTieByTie()
    {
        Tie(Identifier.Login("mika"), Identifier.Email("mika@mail.example"), Assurance.Verified, "session");
        Tie(Identifier.Email("mika@mail.example"), Identifier.Phone("090-1234-5678"), Assurance.Observed, "mail");

        var why = _graph.Explain(Key(Identifier.Login("mika")), Key(Identifier.Phone("+819012345678")));

        Assert.True(why.IsOne);
        Assert.Equal(["session", "mail"], why.Ties.Select(t => t.Source));
        Assert.Equal(
            "They are one customer.\n" +
            "The login (no. 1) and the e-mail (no. 2) belong together by a signed-in session, verified, since 2026-04-01.\n" +
            "The e-mail (no. 2) and the phone number (no. 3) belong together by mail, observed, since 2026-04-01.",
            why.ToText(Locale.English));
        Assert.StartsWith("同じお客さまです。\nログイン（1番）とメール（2番）は、ログイン中のセッションにより", why.ToText(Locale.Japanese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RefusalReason.StrongCrossed, "identity.refused.strong-crossed")]
    [InlineData(RefusalReason.Limit, "identity.refused.limit")]
    [InlineData(RefusalReason.Claimed, "identity.refused.claimed")]
    [InlineData(RefusalReason.NoConsent, "identity.refused.no-consent")]
    [InlineData(RefusalReason.KeptApart, "identity.refused.kept-apart")]
    [InlineData(RefusalReason.Shared, "identity.refused.shared")]
    [InlineData(RefusalReason.TooOld, "identity.refused.too-old")]
    [InlineData(RefusalReason.Contested, "identity.refused.contested")]
    public void Tie_ThatWasRefused_SaysWhyAndIsASuggestion(RefusalReason reason, string code)
    {
        var (first, second) = Refuse(reason);

        var why = _graph.Explain(Key(first), Key(second));

        Assert.False(why.IsOne);
        Assert.Contains(why.Ties, t => t.Refused == reason && t.Explanation.Code == code);
        Assert.Contains(_graph.SuggestionsOf(_graph.Find(Key(first))), t => t.Refused == reason);
        Assert.DoesNotContain('{', why.ToText(Locale.English));
        Assert.DoesNotContain('{', why.ToText(Locale.Japanese));
    }

    [Fact]
    public void Identifiers_ThatNothingTies_SayThat()
    {
        _graph.Add(_graph.Read(Identifier.Login("a"))!.Value, []);
        _graph.Add(_graph.Read(Identifier.Login("b"))!.Value, []);
        Assert.Equal("identity.nothing-ties", _graph.Explain(Key(Identifier.Login("a")), Key(Identifier.Login("b"))).Answer.Code);
        Assert.Equal("identity.unknown", _graph.Explain(Key(Identifier.Login("a")), Key(Identifier.Login("c"))).Answer.Code);
    }

    [Fact]
    public void History_OfACustomer_NamesTheMergesAndUndoTakesThem()
    {
        Tie(Identifier.Login("mika"), Identifier.Device("d1"), Assurance.Verified, "session");
        Tie(Identifier.Email("mika@mail.example"), Identifier.Phone("090-1234-5678"), Assurance.Observed, "mail");
        Tie(Identifier.Login("mika"), Identifier.Email("mika@mail.example"), Assurance.Verified, "one-time-code");

        var history = _graph.HistoryOf(_graph.Find(Key(Identifier.Login("mika"))));

        Assert.Equal([2, 3, 4], history.Select(h => h.Joined.Value));
        Assert.Equal("Customer 3 became part of this one by login and e-mail, on 2026-04-01.", history[1].Explanation.ToText(Locale.English));
        Assert.True(_graph.Undo(history[1].Joined, At, []));
        Assert.Equal([3, 4], _graph.IdentifiersOf(new(4)).Select(i => _graph.NumberOf(i.Key).Value));
    }

    [Fact]
    public void Removal_Previewed_SaysWhatPartsAndChangesNothing()
    {
        Tie(Identifier.Login("mika"), Identifier.Email("mika@mail.example"), Assurance.Verified, "session");
        Tie(Identifier.Email("mika@mail.example"), Identifier.Phone("090-1234-5678"), Assurance.Observed, "mail");

        var change = _graph.PreviewDetach(Key(Identifier.Email("mika@mail.example")));

        Assert.Equal(2, change.Customers.Count);
        Assert.Equal("Without the e-mail (no. 2) the customer falls into 2.", change.Explanation.ToText(Locale.English));
        Assert.Equal("identity.removal.nothing", _graph.PreviewDetach(Key(Identifier.Phone("090-1234-5678"))).Explanation.Code);
        Assert.Equal(3, _graph.IdentifiersOf(new(1)).Count);
    }

    private (Identifier First, Identifier Second) Refuse(RefusalReason reason)
    {
        var (login, mail, phone, device) = (Identifier.Login("a"), Identifier.Email("a@mail.example"), Identifier.Phone("09011112222"), Identifier.Device("d"));
        Tie(login, mail, Assurance.Verified, "session");
        switch (reason)
        {
            case RefusalReason.StrongCrossed:
                Tie(Identifier.Login("b"), mail, Assurance.Verified, "shop");
                return (login, Identifier.Login("b"));
            case RefusalReason.Limit:
                Tie(mail, phone, Assurance.Observed, "mail");
                Tie(phone, Identifier.Email("b@mail.example"), Assurance.Observed, "form");
                return (phone, Identifier.Email("b@mail.example"));
            case RefusalReason.Claimed:
                Tie(device, mail, Assurance.Claimed, "typed");
                return (device, mail);
            case RefusalReason.NoConsent:
                Tie(device, mail, Assurance.Observed, "web", mayLink: false);
                return (device, mail);
            case RefusalReason.KeptApart:
                Tie(device, mail, Assurance.Observed, "web");
                _graph.KeepApart(_graph.NumberOf(Key(device)), _graph.NumberOf(Key(mail)), At, []);
                return (device, mail);
            case RefusalReason.Shared:
                for (var i = 0; i <= 10; i++)
                {
                    Tie(Identifier.Login($"user-{i}"), device, Assurance.Verified, "session");
                }

                return (Identifier.Login("user-3"), device);
            case RefusalReason.TooOld:
                Tie(login, device, Assurance.Verified, "session");
                _graph.AdvanceTo(At.AddDays(401), []);
                return (login, device);
            default:
                Tie(mail, phone, Assurance.Observed, "mail");
                Tie(mail, Identifier.Phone("09033334444"), Assurance.Observed, "mail");
                Tie(mail, device, Assurance.Observed, "link");
                return (mail, device);
        }
    }

    private void Tie(Identifier first, Identifier second, Assurance assurance, string source, bool mayLink = true) =>
        _graph.Observe(_graph.Read(first)!.Value, _graph.Read(second)!.Value, new() { Assurance = assurance, Source = source, At = At, MayLink = mayLink }, []);

    private IdentifierKey Key(Identifier identifier) => _graph.Read(identifier)!.Value.Key;
}
