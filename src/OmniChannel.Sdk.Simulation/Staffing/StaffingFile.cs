using System.Text;
using System.Text.Json;

namespace OmniChannel.Simulation.Staffing;

/// <summary>Writes a found staffing as JSON: agents by group, what they reach, and what was tried.</summary>
public static class StaffingFile
{
    /// <summary>UTF-8 JSON, indented, ending with a line feed.</summary>
    public static string ToJson(StaffingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("agents", result.Agents);
            writer.WriteStartObject("groups");
            foreach (var group in result.Scenario.Agents)
            {
                writer.WriteNumber(group.Name, group.Count);
            }

            writer.WriteEndObject();
            ResultFile.WriteScopes(writer, result.Result);
            writer.WriteStartArray("tried");
            foreach (var step in result.Tried)
            {
                Write(writer, step, result);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, StaffingStep step, StaffingResult result)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("groups");
        foreach (var (group, count) in result.Scenario.Agents.Zip(step.Counts))
        {
            writer.WriteNumber(group.Name, count);
        }

        writer.WriteEndObject();
        ResultFile.Write(writer, "level", step.Level);
        writer.WriteBoolean("meets", step.Meets);
        writer.WriteEndObject();
    }
}
