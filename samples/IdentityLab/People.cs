using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>The records of one or two files with what must not act as a feature kept apart: ids, truth and source.</summary>
internal sealed class People
{
    private People(IReadOnlyList<string> columns) => Records = new(columns);

    public RecordSet Records { get; }

    public List<string> Ids { get; } = [];

    /// <summary>0 for the first file, 1 for the other.</summary>
    public List<int> Sources { get; } = [];

    /// <summary>The person of each record, or empty without a truth column.</summary>
    public List<int> Truth { get; } = [];

    public IReadOnlyList<string> SourceNames { get; private init; } = [];

    /// <summary>Reads the files; features are the columns that both have, less id, truth and the ignored ones.</summary>
    public static People Read(Arguments arguments)
    {
        LabProgress.Tell("reading ...");
        var paths = new[] { arguments.Required("--input"), arguments["--link"] }.OfType<string>().ToArray();
        var files = new List<PeopleFile>();
        try
        {
            files.AddRange(paths.Select(path => new PeopleFile(path)));
            return Read(files, arguments.Required("--id"), arguments["--truth"], arguments.List("--ignore"));
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    /// <summary>The number of a record by its id: in the file given where that has it, else in the other.</summary>
    public int Find(string id, int source)
    {
        var found = Enumerable.Range(0, Ids.Count).Where(record => Ids[record] == id).OrderBy(record => Sources[record] == source ? 0 : 1).ToList();
        return found.Count > 0 ? found[0] : throw new LabException($"There is no record with the id '{id}'.");
    }

    private static People Read(List<PeopleFile> files, string id, string? truth, IReadOnlyList<string> ignore)
    {
        foreach (var name in ignore.Where(name => !files.Exists(file => file.Header.Contains(name))))
        {
            files[0].Column(name);
        }

        var features = files[0].Header.Where(name => name != id && name != truth && !ignore.Contains(name)
            && files.All(file => file.Header.Contains(name))).ToArray();
        var people = new People(features) { SourceNames = Names(files) };
        var persons = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var source = 0; source < files.Count; source++)
        {
            people.Read(files[source], source, id, truth, persons);
        }

        return features.Length > 0 ? people : throw new LabException($"{files[0].Path} has no column left to compare by.");
    }

    private static string[] Names(List<PeopleFile> files)
    {
        var names = files.Select(file => Path.GetFileNameWithoutExtension(file.Path)).ToArray();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : ["input", "link"];
    }

    private void Read(PeopleFile file, int source, string id, string? truth, Dictionary<string, int> persons)
    {
        var (idColumn, truthColumn) = (file.Column(id), truth is null ? -1 : file.Column(truth));
        var columns = Records.Columns.Select(file.Column).ToArray();
        var values = new string?[columns.Length];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (file.Row() is { } row)
        {
            var key = row[idColumn].Trim();
            if (key.Length == 0)
            {
                throw new LabException($"{file.Path}, line {file.Line}: no value in the id column '{id}'.");
            }

            if (!seen.Add(key))
            {
                throw new LabException($"{file.Path}, line {file.Line}: the id '{key}' was there before.");
            }

            for (var i = 0; i < columns.Length; i++)
            {
                values[i] = row[columns[i]];
            }

            Records.Add(values);
            Ids.Add(key);
            Sources.Add(source);
            if (truthColumn >= 0)
            {
                Truth.Add(Person(row[truthColumn].Trim(), persons));
            }
        }

        if (seen.Count == 0)
        {
            throw new LabException($"{file.Path} has a header and no records.");
        }
    }

    // Without a truth a record is a person of its own.
    private static int Person(string name, Dictionary<string, int> persons)
    {
        var key = name.Length > 0 ? name : $"\0{persons.Count}";
        if (!persons.TryGetValue(key, out var person))
        {
            persons[key] = person = persons.Count;
        }

        return person;
    }
}
