using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Rehearsals;

/// <summary>A day as it was: who came when, and what is known of them.</summary>
public sealed record RecordedDay
{
    /// <summary>The contacts in the order they came.</summary>
    public required IReadOnlyList<DayContact> Contacts { get; init; }

    /// <summary>Reads a file of a day.</summary>
    /// <exception cref="ScenarioException">It is not JSON, a key is unknown, or a value is impossible; the message names its path.</exception>
    public static RecordedDay Parse(string json)
    {
        using var document = JsonObjectReader.Document(json);
        var root = new JsonObjectReader("", document.RootElement);
        var contacts = root.RequiredList("contacts", (path, element) => Contact(new(path, element)));
        root.RefuseOthers();
        return new() { Contacts = contacts };
    }

    private static DayContact Contact(JsonObjectReader reader)
    {
        var contact = new DayContact
        {
            At = reader.RequiredNumber("at"),
            Class = reader.RequiredText("class"),
            Service = reader.Number("service"),
            Patience = reader.Number("patience"),
            Wait = reader.Number("wait"),
            Outcome = reader.Text("outcome") is { } text ? Outcome(reader, text) : null,
        };
        reader.RefuseOthers();
        return contact;
    }

    private static DayOutcome Outcome(JsonObjectReader reader, string text)
    {
        foreach (var outcome in Enum.GetValues<DayOutcome>())
        {
            if (ScenarioReader.Name(outcome) == text)
            {
                return outcome;
            }
        }

        throw new ScenarioException(reader.PathOf("outcome"), $"'{text}' is not known; known: served, abandoned, blocked");
    }
}
