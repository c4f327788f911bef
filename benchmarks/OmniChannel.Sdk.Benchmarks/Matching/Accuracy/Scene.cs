namespace OmniChannel.Matching.Accuracy;

/// <summary>One kind of file.</summary>
internal sealed record Scene
{
    public required string Name { get; init; }

    /// <summary>Whether it was kept out of sight while the matcher was designed.</summary>
    public required bool HeldOut { get; init; }

    public required int Records { get; init; }

    public required Vocabulary Names { get; init; }

    public required (string Name, Func<Person, Random, string?> Value)[] Columns { get; init; }

    public Errors Errors { get; init; } = new();

    /// <summary>The share of persons with more than one record.</summary>
    public double Duplicated { get; init; } = 0.2;

    /// <summary>The most records of a person; how many is drawn evenly.</summary>
    public int MostRecords { get; init; } = 2;

    /// <summary>The share of homes with two to five people, who have family name, address and mostly the phone in common.</summary>
    public double Homes { get; init; } = 0.3;

    /// <summary>The share of such homes with twins, and with a father and son of one name.</summary>
    public double Twins { get; init; } = 0.02;

    public double Juniors { get; init; } = 0.02;

    /// <summary>The share of e-mail addresses made of the name, and of those the ones with a number behind it.</summary>
    public double NamedMail { get; init; } = 0.7;

    public double NumberedMail { get; init; } = 0.5;
}
