using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OmniChannel.Engagement.State;

/// <summary>Reads the values of a stored array by their places. A place that an older row does not have reads as the default.</summary>
/// <exception cref="JsonException">The row is no array.</exception>
internal readonly struct RowValues
{
    private readonly JsonElement _row;
    private readonly int _count;

    public RowValues(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The row is not in the form that this version writes.");
        }

        (_row, _count) = (row, row.GetArrayLength());
    }

    public long Int64(int place) => place < _count ? _row[place].GetInt64() : 0;

    /// <summary>Ticks in UTC; null for 0.</summary>
    public DateTimeOffset? Time(int place) => Int64(place) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public string? Text(int place) => place < _count ? _row[place].GetString() : null;

    public T? Value<T>(int place, JsonTypeInfo<T> type)
        where T : class => place < _count ? _row[place].Deserialize(type) : null;

    public IEnumerable<JsonElement> Items(int place) => place < _count ? _row[place].EnumerateArray() : [];
}
