namespace OmniChannel.Identity;

/// <summary>How a made-up world is. Shares are in percent unless said.</summary>
internal sealed record TruthRules
{
    /// <summary>The world on which the rules of the graph were seen.</summary>
    public static TruthRules Seen { get; } = new() { Name = "seen" };

    /// <summary>The same with typos at FEBRL3's rate (7.2 % of its social security ids), and numbers that lie apart.</summary>
    public static TruthRules Typed { get; } = new() { Name = "typed", Scattered = true, TyposOfThousand = 72 };

    /// <summary>Who shares a phone mostly shares the address too, so that nothing tells two guests apart, and a tenth of the guests have two.</summary>
    public static TruthRules Harsh { get; } = new() { Name = "harsh", FamiliesTogether = true, GuestsWithTwo = 10 };

    /// <summary>
    /// Other people: fewer logins, more devices, more guests with two phones or addresses, some families with one device, numbers that lie
    /// apart, and every value that somebody types mistyped as often as a number in FEBRL3 is (7.2 % of its social security ids).
    /// Nothing of the graph was changed after it was run.
    /// </summary>
    public static TruthRules HeldOut { get; } = new()
    {
        Name = "held out",
        Members = 70,
        GuestsWithTwo = 8,
        MostDevices = 4,
        FamilyDevices = 20,
        Scattered = true,
        TyposOfThousand = 72,
    };

    /// <summary>Made after the rules for proved and sole values were decided, and run once: half have a login, many devices, some at home.</summary>
    public static TruthRules HeldOutLater { get; } = new()
    {
        Name = "later",
        Members = 55,
        GuestsWithTwo = 6,
        MostDevices = 5,
        FamilyDevices = 40,
        Scattered = true,
        TyposOfThousand = 50,
    };

    public required string Name { get; init; }

    /// <summary>How many of a hundred have a login.</summary>
    public int Members { get; init; } = 80;

    /// <summary>How many of a hundred guests have a second phone, and a second address.</summary>
    public int GuestsWithTwo { get; init; } = 5;

    /// <summary>Everybody has from one to so many devices.</summary>
    public int MostDevices { get; init; } = 3;

    /// <summary>How many of a hundred who share a phone use one device with the others as well.</summary>
    public int FamilyDevices { get; init; }

    /// <summary>Whether families that share a phone and those that share an address are the same.</summary>
    public bool FamiliesTogether { get; init; }

    /// <summary>Whether a typo seldom hits somebody else's value, as numbers in use lie apart.</summary>
    public bool Scattered { get; init; }

    /// <summary>How many of a thousand typed values have a typo.</summary>
    public int TyposOfThousand { get; init; }
}
