using System.Globalization;

namespace OmniChannel.Routing.Rows;

/// <summary>The batch window that is open, as a named value of the workspace.</summary>
internal static class OpenWindow
{
    public const string Name = "routing.window:open";

    public static string Write(DateTimeOffset until) => until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? value) =>
        value is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(value, CultureInfo.InvariantCulture));
}
