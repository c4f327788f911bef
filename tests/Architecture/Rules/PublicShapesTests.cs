namespace OmniChannel.Architecture.Rules;

public sealed class PublicShapesTests
{
    [Theory]
    [InlineData("public sealed record Foo(int A);")]
    [InlineData("public readonly record struct Foo(int A);")]
    [InlineData("public static class Outer { public record Foo(int A); }")]
    public void Record_PublicAndPositional_IsFound(string source) => Assert.Single(PublicShapes.PositionalRecords(Sample.File(source)));

    [Theory]
    [InlineData("internal sealed record Foo(int A);")]
    [InlineData("public sealed record Foo { public required int A { get; init; } }")]
    [InlineData("internal static class Outer { public record Foo(int A); }")]
    public void Record_InternalOrNominal_Passes(string source) => Assert.Empty(PublicShapes.PositionalRecords(Sample.File(source)));

    [Theory]
    [InlineData("public class Foo { }")]
    [InlineData("public class Foo { internal Foo() { } }")]
    [InlineData("public abstract class Foo { protected Foo() { } }")]
    [InlineData("public record Foo;")]
    [InlineData("public abstract record Foo;")]
    [InlineData("public static class Outer { public class Foo { } }")]
    public void Type_OpenToOutsiders_IsFound(string source) => Assert.Single(PublicShapes.OpenTypes(Sample.Assembly(source)));

    [Theory]
    [InlineData("public sealed class Foo { }")]
    [InlineData("public static class Foo { }")]
    [InlineData("public abstract class Foo { private protected Foo() { } }")]
    [InlineData("public abstract record Foo { private protected Foo() { } } public sealed record Bar : Foo;")]
    [InlineData("public struct Foo { } public enum Bar { } public delegate void Baz(); public interface IFoo { }")]
    [InlineData("internal class Foo { public class Bar { } }")]
    public void Type_Closed_Passes(string source) => Assert.Empty(PublicShapes.OpenTypes(Sample.Assembly(source)));

    [Fact]
    public void Port_WithSixMembers_IsFound()
    {
        const string five = "int A { get; set; } event Action B; void C(); void D() { } int this[int i] { get; }";
        Assert.Empty(PublicShapes.Ports(Sample.Assembly($"public interface IFoo {{ {five} }} interface IBar {{ {five} void E(); }}")));
        Assert.Single(PublicShapes.Ports(Sample.Assembly($"public interface IFoo {{ {five} void E(); }}")));
    }

    [Fact]
    public void Friend_OtherThanOwnTests_IsFound()
    {
        Assert.Empty(PublicShapes.Friends("A.B", ["A.B.Tests", "A.B.Benchmarks", "A.B.Load"]));
        Assert.Equal(2, PublicShapes.Friends("A.B", ["A.C", "A.Tests"]).Count());
    }
}
