using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Matching.Splink;

namespace OmniChannel.Identity.Matching;

/// <summary>
/// The model as Splink's settings JSON, so that a warehouse-size job runs on Splink over DuckDB or Spark with the same weights. The conditions
/// read prepared columns: a field's values folded by this library, in a column named after the field (see <see cref="ColumnOf"/>); dates as
/// <c>yyyymmdd</c> text.
/// </summary>
[Experimental("OMNI001")]
public static class SplinkSettings
{
    /// <summary>The levels that SQL over prepared columns cannot state, as <c>field: level</c>.</summary>
    public static IReadOnlyList<string> Unstated(MatchModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Fields.SelectMany((field, f) => field.Levels
            .Where((_, level) => SplinkConditions.Of(model, f, level) is null).Select(level => $"{field.Field}: {level.Level}"))];
    }

    /// <summary>Writes the settings.</summary>
    /// <param name="model">The model.</param>
    /// <param name="withoutUnstated">
    /// Whether levels that SQL cannot state may be left out; their share goes to <c>different</c>, where such pairs then fall. The household
    /// class and what fields say together are no part of Splink's model and never written.
    /// </param>
    /// <exception cref="NotSupportedException">There are such levels, and they may not be left out; the message names them.</exception>
    public static string Write(MatchModel model, bool withoutUnstated = false)
    {
        var unstated = Unstated(model);
        return unstated.Count == 0 || withoutUnstated
            ? SplinkWriter.Write(model)
            : throw new NotSupportedException($"SQL cannot state the levels {string.Join(", ", unstated)}.");
    }

    /// <summary>Reads settings that <see cref="Write"/> wrote and Splink may have trained further.</summary>
    /// <param name="json">Splink's settings.</param>
    /// <param name="like">A model of the same fields, for the levels that the settings do not have.</param>
    /// <exception cref="FormatException">
    /// This is no settings JSON, or it has a comparison or level that the model does not have; the message names it.
    /// </exception>
    public static MatchModel Read(string json, MatchModel like)
    {
        ArgumentNullException.ThrowIfNull(like);
        return SplinkReader.Read(json, like);
    }

    /// <summary>The name of the prepared column of a field: its letters and digits, others as underscores.</summary>
    public static string ColumnOf(string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return string.Concat(field.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_')).Trim('_');
    }
}
