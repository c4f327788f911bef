using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OmniChannel.Architecture.Rules;

/// <summary>STYLE 29: tests do not sleep, and no test is switched off for good.</summary>
internal static class TestHabits
{
    public static IEnumerable<Violation> Check(SourceFile file) => [.. Sleeping(file), .. Skipping(file)];

    public static IEnumerable<Violation> Sleeping(SourceFile file) =>
        file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => Target(call) is "Thread.Sleep" || (Target(call) is "Task.Delay" && !WaitsOnSomething(call)))
            .Select(call => new Violation("sleeping test", file.Path, $"{Target(call)} in line {Line(call)}"));

    public static IEnumerable<Violation> Skipping(SourceFile file)
    {
        foreach (var attribute in file.Root.DescendantNodes().OfType<AttributeSyntax>())
        {
            var named = attribute.ArgumentList?.Arguments.Select(a => a.NameEquals?.Name.Identifier.ValueText).ToList() ?? [];
            if (named.Contains("Skip") && !named.Contains("SkipUnless") && !named.Contains("SkipWhen"))
            {
                yield return new("skipped test", file.Path, $"always skipped in line {Line(attribute)}");
            }
        }

        foreach (var method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (method.Body?.Statements.FirstOrDefault() is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
                && Target(call) is "Assert.Skip")
            {
                yield return new("skipped test", file.Path, $"always skipped in line {Line(call)}");
            }
        }
    }

    // A delay on the test's own clock is advanced by the test; an endless one is a hang that is cancelled.
    private static bool WaitsOnSomething(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments.Select(argument => argument.Expression.ToString()).ToList();
        return arguments is ["Timeout.Infinite" or "Timeout.InfiniteTimeSpan", ..]
            || arguments.Skip(1).Any(text => text is not "TimeProvider.System"
                && (text.Contains("time", StringComparison.OrdinalIgnoreCase) || text.Contains("clock", StringComparison.OrdinalIgnoreCase)));
    }

    private static string Target(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax
    {
        Expression: var owner,
        Name.Identifier.ValueText: var name,
    }
        ? $"{owner.ToString().Split('.')[^1]}.{name}"
        : "";

    private static int Line(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
}
