using IdentityLab;

const string Help = """
    Finds the records of a CSV file that are one person.

    dedupe   --input FILE.csv --id COLUMN --out clusters.csv [--report report.json] [--svg weights.svg] [--splink settings.json]
             [--model model.json]
    explain  --input FILE.csv --id COLUMN --left ID --right ID [--svg waterfall.svg]

    Both also take:
      --ignore COLUMN,...   columns that are not compared
      --truth COLUMN        the person of each record: for the report only, never compared
      --link OTHER.csv      matches the records of two files with each other; same id column
      --schema FILE.json    says what the columns mean, instead of inferring it
      --precision 0.99      the share of accepted pairs that shall be right
      --threads N           threads used; the result does not depend on it

    Files are UTF-8 with a header. Bad input gives one line on standard error and exit code 2.
    """;

try
{
    switch (args)
    {
        case [] or ["--help"] or ["-h"] or ["help"] or [_, "--help"] or [_, "-h"]:
            Console.WriteLine(Help);
            return args.Length == 0 ? 2 : 0;
        case ["dedupe", .. var words]:
            DedupeCommand.Run(words);
            return 0;
        case ["explain", .. var words]:
            ExplainCommand.Run(words);
            return 0;
        default:
            throw new LabException($"There is no command '{args[0]}'; there are dedupe and explain. See --help.");
    }
}
catch (LabException error)
{
    LabProgress.Done();
    Console.Error.WriteLine(error.Message);
    return 2;
}
