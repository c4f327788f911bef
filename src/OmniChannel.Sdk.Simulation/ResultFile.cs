using System.Text;
using System.Text.Json;

namespace OmniChannel.Simulation;

/// <summary>Writes a result as JSON: the same result gives the same bytes.</summary>
public static class ResultFile
{
    /// <summary>UTF-8 JSON, indented, ending with a line feed. A value that is not a number is written as null.</summary>
    public static string ToJson(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("seed", result.Scenario.Seed);
            writer.WriteNumber("replications", result.Scenario.Replications);
            WriteScopes(writer, result);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>The keys <c>overall</c> and <c>classes</c>.</summary>
    internal static void WriteScopes(Utf8JsonWriter writer, SimulationResult result)
    {
        writer.WriteStartObject("overall");
        Write(writer, result.Overall);
        writer.WriteEndObject();
        writer.WriteStartObject("classes");
        foreach (var (name, measures) in result.Classes)
        {
            writer.WriteStartObject(name);
            Write(writer, measures);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Measures measures)
    {
        Write(writer, "arrivals", measures.Arrivals);
        Write(writer, "served", measures.Served);
        Write(writer, "blocked", measures.Blocked);
        Write(writer, "abandoned", measures.Abandoned);
        Write(writer, "retrials", measures.Retrials);
        Write(writer, "pWait", measures.PWait);
        Write(writer, "pAbandon", measures.PAbandon);
        Write(writer, "pBlock", measures.PBlock);
        Write(writer, "meanWait", measures.MeanWait);
        Write(writer, "meanWaitServed", measures.MeanWaitServed);
        Write(writer, "p95Wait", measures.P95Wait);
        writer.WriteStartArray("serviceLevel");
        foreach (var level in measures.ServiceLevel)
        {
            writer.WriteStartObject();
            Number(writer, "time", level.Time);
            Number(writer, "value", level.Share.Value);
            Number(writer, "ci999", level.Share.Ci999);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Write(writer, "occupancy", measures.Occupancy);
    }

    internal static void Write(Utf8JsonWriter writer, string name, Estimate estimate)
    {
        writer.WriteStartObject(name);
        Number(writer, "value", estimate.Value);
        Number(writer, "ci999", estimate.Ci999);
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
            return;
        }

        writer.WriteNull(name);
    }
}
