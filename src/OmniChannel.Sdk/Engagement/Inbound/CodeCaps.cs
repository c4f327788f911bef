using System.Globalization;

namespace OmniChannel.Engagement.Inbound;

/// <summary>How many one-time codes went to an address, and to what a sender typed, within the last hour; what is older is forgotten.</summary>
internal static class CodeCaps
{
    private const string Prefix = "code-";
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Counts a code against both; false when either has had as many as it may.</summary>
    public static bool TryCount(Turn turn, IdentifierKey address, long sender)
    {
        string[] caps = [$"{Prefix}address:{Text(address.High)}.{Text(address.Low)}", $"{Prefix}sender:{Text(sender)}"];
        Forget(turn);
        var counts = caps.Select(c => turn.State.Settings.Find(RoutingKey.Of(c)) is { } row ? Recent(turn, row) : []).ToList();
        if (counts.Exists(c => c.Count >= turn.Rules.CodesPerHour))
        {
            return false;
        }

        foreach (var (cap, times) in caps.Zip(counts))
        {
            turn.Emit(new SettingChanged { Name = cap, Value = string.Join(',', times.Append(Text(turn.Now.UtcTicks))) });
        }

        return true;
    }

    /// <summary>What counts no longer is removed, so that there are never more than an hour's.</summary>
    private static void Forget(Turn turn)
    {
        var over = turn.State.Settings.Values
            .Where(s => s.Name.StartsWith(Prefix, StringComparison.Ordinal) && Recent(turn, s).Count == 0)
            .Select(s => s.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var name in over)
        {
            turn.Emit(new SettingChanged { Name = name });
        }
    }

    private static List<string> Recent(Turn turn, SettingState cap)
    {
        var since = (turn.Now - Window).UtcTicks;
        return [.. cap.Value.Split(',').Where(t => long.Parse(t, CultureInfo.InvariantCulture) > since)];
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
