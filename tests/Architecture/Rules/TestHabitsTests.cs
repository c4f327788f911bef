namespace OmniChannel.Architecture.Rules;

public sealed class TestHabitsTests
{
    [Theory]
    [InlineData("Thread.Sleep(1)")]
    [InlineData("System.Threading.Thread.Sleep(1)")]
    [InlineData("Task.Delay(100)")]
    [InlineData("Task.Delay(100, token)")]
    [InlineData("Task.Delay(span, TimeProvider.System)")]
    public void Test_ThatSleeps_IsFound(string call) => Assert.Single(TestHabits.Check(Sample.File($"class Foo {{ void M() => {call}; }}")));

    [Theory]
    [InlineData("Task.Delay(span, host.Time)")]
    [InlineData("Task.Delay(span, _clock, token)")]
    [InlineData("Task.Delay(Timeout.InfiniteTimeSpan, token)")]
    [InlineData("gate.Task.WaitAsync(TestTimeouts.Default)")]
    public void Test_ThatWaitsOnSomething_Passes(string call) =>
        Assert.Empty(TestHabits.Check(Sample.File($"class Foo {{ void M() => {call}; }}")));

    [Theory]
    [InlineData("class Foo { [Fact(Skip = \"later\")] void M() { } }")]
    [InlineData("class Foo { [Theory(DisplayName = \"x\", Skip = \"later\")] void M() { } }")]
    [InlineData("class Foo { [Fact] void M() { Assert.Skip(\"later\"); } }")]
    public void Test_SwitchedOff_IsFound(string source) => Assert.Single(TestHabits.Check(Sample.File(source)));

    [Theory]
    [InlineData("class Foo { [Fact(Skip = \"no Chromium\", SkipUnless = nameof(Has))] void M() { } }")]
    [InlineData("class Foo { [Fact] void M() { if (!Has) { Assert.Skip(\"no Chromium\"); } } }")]
    public void Test_SkippedForAReason_Passes(string source) => Assert.Empty(TestHabits.Check(Sample.File(source)));
}
