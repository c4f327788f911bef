using System.Text;
using System.Text.Json;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Rehearsals;

/// <summary>Writes a rehearsal as JSON: the day as it was (or null), as it would have been, and contact by contact.</summary>
public static class RehearsalFile
{
    /// <summary>UTF-8 JSON, indented, ending with a line feed.</summary>
    public static string ToJson(RehearsalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            if (result.Recorded is { } recorded)
            {
                writer.WriteStartObject("recorded");
                ResultFile.WriteScopes(writer, recorded);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNull("recorded");
            }

            writer.WriteStartObject("rehearsed");
            ResultFile.WriteScopes(writer, result.Rehearsed);
            writer.WriteEndObject();
            writer.WriteStartArray("contacts");
            foreach (var contact in result.Contacts)
            {
                Write(writer, contact);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, RehearsedContact contact)
    {
        writer.WriteStartObject();
        writer.WriteNumber("at", contact.Recorded.At);
        writer.WriteString("class", contact.Recorded.Class);
        writer.WriteNumber("wait", contact.Wait);
        writer.WriteString("outcome", ScenarioReader.Name(contact.Outcome));
        if (contact.Group is not null)
        {
            writer.WriteString("group", contact.Group);
        }

        if (contact.Recorded.Wait is { } wait)
        {
            writer.WriteNumber("recordedWait", wait);
        }

        if (contact.Recorded.Outcome is { } outcome)
        {
            writer.WriteString("recordedOutcome", ScenarioReader.Name(outcome));
        }

        writer.WriteEndObject();
    }
}
