using System.Globalization;

namespace OmniChannel.Load;

/// <summary>The size of a run; each <c>--name value</c> of the command line makes it shorter or longer.</summary>
internal sealed record LoadOptions
{
    public int Customers { get; init; } = 100_000;

    /// <summary>Messages of each timed run.</summary>
    public int Messages { get; init; } = 20_000;

    public int Runs { get; init; } = 5;

    /// <summary>Runs of each side before the timed ones: the ratio climbs until the just-in-time compiler is done, after some 120,000 messages.</summary>
    public int WarmUps { get; init; } = 6;

    public int Senders { get; init; } = 64;

    public int Batch { get; init; } = 64;

    /// <summary>Messages stored before calls are timed; 0 leaves the calls out.</summary>
    public int StoredMessages { get; init; } = 1_000_000;

    public int Calls { get; init; } = 200;

    /// <summary>Only one part, for a profiler: <c>http</c>, <c>process</c>, <c>voice</c>; everything by default.</summary>
    public string Only { get; init; } = "";

    public static LoadOptions Read(string[] args)
    {
        var options = new LoadOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            options = i + 1 < args.Length ? With(options, args[i], args[i + 1]) : throw Usage(args[i]);
        }

        return options;
    }

    private static LoadOptions With(LoadOptions options, string name, string value) => name switch
    {
        "--customers" => options with { Customers = Number(name, value) },
        "--messages" => options with { Messages = Number(name, value) },
        "--runs" => options with { Runs = Number(name, value) },
        "--warm-ups" => options with { WarmUps = Number(name, value) },
        "--senders" => options with { Senders = Number(name, value) },
        "--batch" => options with { Batch = Number(name, value) },
        "--stored" => options with { StoredMessages = Number(name, value) },
        "--calls" => options with { Calls = Number(name, value) },
        "--only" => options with { Only = value },
        _ => throw Usage(name),
    };

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Usage(name);

    private static ArgumentException Usage(string name) => new(
        $"'{name}' is not understood. Options: --customers --messages --runs --warm-ups --senders --batch --stored --calls, each with a number; --only http|process|voice.");
}
