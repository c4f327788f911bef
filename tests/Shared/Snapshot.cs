using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OmniChannel.Tests;

/// <summary>
/// Compares text with <c>Class.Method.verified.txt</c> beside the test. A mismatch leaves <c>.received.txt</c> there (ignored by git);
/// <c>UPDATE_SNAPSHOTS=1</c> writes the verified file instead.
/// </summary>
internal static partial class Snapshot
{
    private static bool Updating => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>Matches a test's text; <paramref name="scrub"/> replaces what differs from run to run.</summary>
    public static void Match(
        string text,
        string? variant = null,
        Func<string, string>? scrub = null,
        [CallerFilePath] string file = "",
        [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(variant is null ? "" : "_" + variant)}";
        MatchFile(Path.Combine(Path.GetDirectoryName(file)!, name + ".verified.txt"), scrub is null ? text : scrub(text));
    }

    /// <summary>Matches a committed file of any name, such as a package's public API text.</summary>
    public static void MatchFile(string path, string text)
    {
        var received = path.Contains(".verified.", StringComparison.Ordinal)
            ? path.Replace(".verified.", ".received.", StringComparison.Ordinal)
            : Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        var actual = Normal(text);
        var expected = File.Exists(path) ? Normal(File.ReadAllText(path)) : null;
        if (expected != actual && Updating)
        {
            File.WriteAllText(path, actual);
            expected = actual;
        }

        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"{Path.GetFileName(path)} {Difference(expected, actual)}\nSee {received}. If the change is meant, run with UPDATE_SNAPSHOTS=1.");
    }

    /// <summary>A ready scrubber: ids and ISO times become <c>Guid_1</c>, <c>Time_1</c>..., the same value always the same word.</summary>
    public static string IdsAndTimes(string text)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string Word(Match match, string kind)
        {
            if (!seen.TryGetValue(match.Value, out var word))
            {
                word = $"{kind}_{seen.Values.Count(value => value.StartsWith(kind, StringComparison.Ordinal)) + 1}";
                seen.Add(match.Value, word);
            }

            return word;
        }

        return Times().Replace(Guids().Replace(text, match => Word(match, "Guid")), match => Word(match, "Time"));
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string Difference(string? expected, string actual)
    {
        if (expected is null)
        {
            return "is not there yet.";
        }

        var (want, got) = (expected.Split('\n'), actual.Split('\n'));
        var line = want.Zip(got).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"differs at line {line + 1}:\n- {want.ElementAtOrDefault(line)}\n+ {got.ElementAtOrDefault(line)}";
    }

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\b")]
    private static partial Regex Guids();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")]
    private static partial Regex Times();
}
