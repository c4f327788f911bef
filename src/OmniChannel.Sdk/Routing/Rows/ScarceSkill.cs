using System.Globalization;

namespace OmniChannel.Routing.Rows;

/// <summary>How scarce a skill is, as a named value of the workspace.</summary>
internal static class ScarceSkill
{
    public static string Name(string skill) => "routing.skill:" + skill;

    public static string Write(double waits) => waits.ToString("R", CultureInfo.InvariantCulture);

    public static double Read(string? value) => value is null ? 0 : double.Parse(value, CultureInfo.InvariantCulture);
}
