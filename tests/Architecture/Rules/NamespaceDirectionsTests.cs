namespace OmniChannel.Architecture.Rules;

public sealed class NamespaceDirectionsTests
{
    [Theory]
    [InlineData("OmniChannel.Journeys", "OmniChannel.Routing")]
    [InlineData("OmniChannel.Routing.Policies", "OmniChannel.Journeys")]
    [InlineData("OmniChannel.Channels", "OmniChannel.Identity")]
    [InlineData("OmniChannel.Identity", "OmniChannel.Engagement.Inbound")]
    [InlineData("OmniChannel.Engagement", "OmniChannel.Hosting")]
    [InlineData("OmniChannel.Hosting", "Microsoft.Extensions.DependencyInjection")]
    [InlineData("OmniChannel.Storage.InMemory", "OmniChannel.Channels")]
    [InlineData("OmniChannel.Routing", "OmniChannel")]
    [InlineData("OmniChannel.Magic", "OmniChannel.Storage")]
    public void Area_SeeingWhatLiesAbove_IsFound(string from, string to) =>
        Assert.Single(NamespaceDirections.Check([new TypeUse(from, from + ".A", to, to + ".B")]));

    [Theory]
    [InlineData("OmniChannel.Engagement.Outbound", "OmniChannel.Journeys")]
    [InlineData("OmniChannel.Identity", "OmniChannel.Customers")]
    [InlineData("OmniChannel.Channels", "OmniChannel.Conversations")]
    [InlineData("OmniChannel.Channels", "OmniChannel.Diagnostics")]
    [InlineData("OmniChannel", "OmniChannel.Hosting")]
    [InlineData("OmniChannel.Engagement", "OmniChannel")]
    [InlineData("System.Text.RegularExpressions.Generated", "OmniChannel.Hosting")]
    public void Area_SeeingWhatLiesUnderIt_Passes(string from, string to) =>
        Assert.Empty(NamespaceDirections.Check([new TypeUse(from, from + ".A", to, to + ".B")]));

    [Theory]
    [InlineData("class U : B { }")]
    [InlineData("class U { B? _b; }")]
    [InlineData("class U { List<B[]>? _b; }")]
    [InlineData("class U { void M(B b) { } }")]
    [InlineData("class U { object M() => new B(); }")]
    [InlineData("class U { object M() => new Dictionary<string, B>(); }")]
    [InlineData("class U { bool M(object o) { switch (o) { case int: return true; case B: return false; } return o is 3; } }")]
    [InlineData("class U { Type M() => typeof(B); }")]
    [InlineData("class U { int M() => B.Count; }")]
    [InlineData("class U { object M() => B.Make<string>(); }")]
    [InlineData("class U<T> where T : B { }")]
    [InlineData("class U { void M() { try { } catch (E) { } } }")]
    [InlineData("[Mark] class U { }")]
    [InlineData("class U { class Inner { async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.Yield(); new B(); } } }")]
    public void Use_OfAType_IsSeenWhereverItHides(string source)
    {
        using var built = Sample.Build("namespace OmniChannel.Routing { using OmniChannel.Journeys; " + source + " }"
            + "namespace OmniChannel.Journeys { class B { public static int Count; public static object Make<T>() => 1; }"
            + " class E : Exception { } class MarkAttribute : Attribute { } }");

        Assert.NotEmpty(NamespaceDirections.Check(TypeUses.Of(built)));
    }
}
