namespace OmniChannel.Identity.Graph;

/// <summary>What several people have, and what tells them apart all the same.</summary>
public sealed class SharedValueTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Identifier Member = Identifier.Login("member");
    private static readonly Identifier Phone = Identifier.Phone("09011112222");
    private static readonly Identifier FamilyMail = Identifier.Email("family@mail.example");
    private static readonly Identifier Laptop = Identifier.Device("laptop");
    private static readonly Identifier Anonymous = new() { Type = IdentifierType.ChannelAddress, Value = "web:shop/visitor-1" };
    private static readonly Identifier Tablet = Identifier.Device("tablet");
    private readonly IdentityGraph _graph = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void Guest_OnAMembersPhone_IsNobodyElseThoughTheMembersAddressIsWithAnother()
    {
        Prove(Identifier.Login("spouse"), FamilyMail);
        Prove(Member, FamilyMail);
        Prove(Member, Phone);
        See(Identifier.Email("guest@mail.example"), Phone);

        AssertTwo(Member, Identifier.Email("guest@mail.example"));
        Assert.Contains(_graph.Explain(Key(Phone), Key(Identifier.Email("guest@mail.example"))).Ties, t => t.Refused == RefusalReason.Limit && t.Limit == IdentifierType.Email);
    }

    [Fact]
    public void Proof_ThatComesLate_TakesTheGuestBackWithoutJoiningAnybody()
    {
        Prove(Identifier.Login("spouse"), FamilyMail);
        Prove(Member, Phone);
        See(Identifier.Email("guest@mail.example"), Phone);
        AssertOne(Member, Identifier.Email("guest@mail.example"));

        Prove(Member, FamilyMail);
        AssertTwo(Member, Identifier.Email("guest@mail.example"));

        _graph.Retract(Key(Member), Key(FamilyMail), "session", []);
        AssertOne(Member, Identifier.Email("guest@mail.example"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Placeholder_OfACrowd_SaysNothingOfWhoHasIt(bool crowdFirst)
    {
        for (var i = 0; i < 100; i++)
        {
            Prove(Identifier.Login($"user-{(crowdFirst ? i : 99 - i)}"), Identifier.Email("none@nowhere.example"));
            if (i == (crowdFirst ? 99 : 0))
            {
                Prove(Member, Identifier.Email("none@nowhere.example"));
                Prove(Member, Phone);
                See(Identifier.Email("member@mail.example"), Phone);
            }
        }

        AssertOne(Member, Identifier.Email("member@mail.example"));
        for (var i = 0; i < 40; i++)
        {
            _graph.Retract(Key(Identifier.Login($"user-{i}")), Key(Identifier.Email("none@nowhere.example")), "session", []);
        }

        AssertTwo(Member, Identifier.Email("member@mail.example"));
    }

    [Fact]
    public void Address_SeenOnlyWithWhatOneLoginProved_IsItsOwnersThoughTheRecordSaysAnother()
    {
        Prove(Member, Identifier.Email("mistypd@mail.example"));
        Prove(Member, Phone);
        Prove(Member, Laptop);
        See(Identifier.Email("mistyped@mail.example"), Phone);
        AssertTwo(Member, Identifier.Email("mistyped@mail.example"));

        See(Identifier.Email("mistyped@mail.example"), Laptop);
        AssertOne(Member, Identifier.Email("mistyped@mail.example"));

        // Something of somebody unknown: it may be a guest's, who uses the member's phone and laptop.
        See(Identifier.Email("mistyped@mail.example"), Tablet);
        AssertTwo(Member, Identifier.Email("mistyped@mail.example"));
    }

    [Fact]
    public void Address_SeenWithWhatAlsoHasTheMembersAddress_IsAGuests()
    {
        Prove(Member, Identifier.Email("member@mail.example"));
        Prove(Member, Phone);
        Prove(Member, Laptop);
        See(Identifier.Email("member@mail.example"), Phone);
        See(Identifier.Email("guest@mail.example"), Phone);
        See(Identifier.Email("guest@mail.example"), Laptop);

        AssertTwo(Member, Identifier.Email("guest@mail.example"));
    }

    [Fact]
    public void Device_OnWhichTwoSignIn_IsNeithersAndTheTwoNeverOne()
    {
        See(Anonymous, Laptop);
        Prove(Member, Laptop);
        AssertOne(Member, Anonymous);

        Prove(Identifier.Login("other"), Laptop, At.AddDays(1));
        AssertTwo(Member, Identifier.Login("other"));
        AssertTwo(Member, Laptop);
        AssertTwo(Identifier.Login("other"), Laptop);
        AssertTwo(Member, Anonymous);
        Assert.Contains(_graph.Explain(Key(Laptop), Key(Member)).Ties, t => t.Refused == RefusalReason.Shared);
    }

    [Fact]
    public void Device_HandedOn_IsTheNextOwnersOnceTheOldSightsAreTooOld()
    {
        Prove(Member, Laptop);
        Prove(Identifier.Login("other"), Laptop, At.AddDays(300));
        _graph.AdvanceTo(At.AddDays(401), []);

        AssertTwo(Member, Laptop);
        AssertOne(Identifier.Login("other"), Laptop);
    }

    [Fact]
    public void Device_OnWhichAPersonDecided_IsWhereThePersonPutIt()
    {
        Prove(Member, Laptop);
        Prove(Identifier.Login("other"), Laptop, At.AddDays(1));
        _graph.Merge(_graph.NumberOf(Key(Member)), _graph.NumberOf(Key(Laptop)), At.AddDays(2), []);

        AssertOne(Member, Laptop);
        AssertTwo(Member, Identifier.Login("other"));
    }

    private void Prove(Identifier first, Identifier second, DateTimeOffset? at = null) => Tie(first, second, Assurance.Verified, "session", at ?? At);

    private void See(Identifier first, Identifier second) => Tie(first, second, Assurance.Observed, "form", At);

    private void Tie(Identifier first, Identifier second, Assurance assurance, string source, DateTimeOffset at) =>
        _graph.Observe(_graph.Read(first)!.Value, _graph.Read(second)!.Value, new() { Assurance = assurance, Source = source, At = at }, []);

    private void AssertOne(Identifier first, Identifier second) => Assert.Equal(_graph.Find(Key(first)), _graph.Find(Key(second)));

    private void AssertTwo(Identifier first, Identifier second) => Assert.NotEqual(_graph.Find(Key(first)), _graph.Find(Key(second)));

    private IdentifierKey Key(Identifier identifier) => _graph.Read(identifier)!.Value.Key;
}
