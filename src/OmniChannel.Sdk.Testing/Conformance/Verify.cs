using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace OmniChannel.Testing.Conformance;

/// <summary>What checks assert with. The expression given becomes part of the message.</summary>
internal static class Verify
{
    public static void That([DoesNotReturnIf(false)] bool condition, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        if (!condition)
        {
            throw new ConformanceFailedException($"Expected: {what}");
        }
    }

    public static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string? what = null)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ConformanceFailedException($"Expected {what} to be {expected}, but it is {actual}.");
        }
    }

    public static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, [CallerArgumentExpression(nameof(actual))] string? what = null)
    {
        var left = expected.ToList();
        var right = actual.ToList();
        Equal(left.Count, right.Count, $"the number of {what}");
        for (var i = 0; i < left.Count; i++)
        {
            Equal(left[i], right[i], $"{what} at {i}");
        }
    }

    /// <summary>Any exception will do, except that of a failed check.</summary>
    public static async Task ThrowsAsync(Func<Task> action, [CallerArgumentExpression(nameof(action))] string? what = null)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ConformanceFailedException)
        {
            return;
        }

        throw new ConformanceFailedException($"Expected an exception of {what}.");
    }
}
