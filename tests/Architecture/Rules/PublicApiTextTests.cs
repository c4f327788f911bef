using OmniChannel.Tests;

namespace OmniChannel.Architecture.Rules;

public sealed class PublicApiTextTests
{
    private const string Source = """
        namespace Shop;
        public sealed record Order : IComparable<Order>
        {
            public required string Id { get; init; }
            public string? Note { get; internal set; }
            public int CompareTo(Order? other) => 0;
            internal void Hidden() { }
        }
        public abstract class Shape { private protected Shape() { } public abstract int Area(); public static Shape None { get; } = null!; }
        public readonly record struct Code : IEquatable<Code> { public const string Known = "a\"b"; public Code(string value) => Value = value; public string Value { get; } }
        public enum Kind : byte { First, Second = 7 }
        public delegate bool Check<in T>(T value, out int code) where T : class?;
        public interface IPort<T> where T : notnull
        {
            System.Threading.Tasks.ValueTask<T?> ReadAsync(string key, System.Threading.CancellationToken cancellationToken = default);
            bool Power => false;
            event Action<int>? Changed;
            sealed class Options { public List<(int A, string? B)> Items { get; } = []; }
        }
        public static class Texts
        {
            public static int Twice(this string text, params int[] more) => 2;
            extension(string text) { public int Size => text.Length; }
        }
        class Internal { public int Seen; }
        """;

    [Fact]
    public void Text_OfAnAssembly_IsSortedAndReadable() => Snapshot.Match(PublicApiText.Of(Sample.Assembly(Source)));

    [Theory]
    [InlineData("public int A() => 1;", "public int A(int b = 0) => 1;")]
    [InlineData("public string A = \"\";", "public string? A;")]
    [InlineData("public int A { get; set; }", "public int A { get; init; }")]
    [InlineData("public int A { get; init; }", "public required int A { get; init; }")]
    [InlineData("public const int A = 1;", "public const int A = 2;")]
    [InlineData("public static int A;", "public int A;")]
    public void Text_AfterAChangeThatBreaksCallers_Differs(string before, string after) => Assert.NotEqual(
        PublicApiText.Of(Sample.Assembly($"public sealed class Foo {{ {before} }}")),
        PublicApiText.Of(Sample.Assembly($"public sealed class Foo {{ {after} }}")));
}
