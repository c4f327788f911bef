namespace OmniChannel.Identity;

/// <summary>
/// Made-up people and what is seen of them, with the truth. Of 100,000 people four fifths have a login; everybody has a phone, an e-mail
/// address and one to three devices, some a second phone or address. 5 % of phones and of addresses belong to a family of two to six, 1 % of
/// phones had another owner before, 2 % of typed values are placeholders, and a tenth of them use one kiosk. The same seed and rules give the same
/// world.
/// </summary>
internal sealed class TruthWorld
{
    private const int Shared = -1;
    private static readonly string[] FakePhones = ["+819000000000", "+810000000000", "+819011111111", "+818000000000"];
    private static readonly string[] FakeMails = ["test@test.com", "none@none.com", "noreply@shop.example", "dummy@dummy.example"];
    private readonly Random _random;
    private readonly TruthRules _rules;
    private readonly int[] _mailOrder;
    private readonly List<Person> _people = [];
    private readonly List<string> _familyPhones = [];
    private int _familyLeft;
    private int _mailFamilyLeft;
    private string _familyMail = "";

    public TruthWorld(int seed, int people, TruthRules rules)
    {
        _random = new(seed);
        _rules = rules;
        _mailOrder = [.. Enumerable.Range(0, people)];
        if (!rules.FamiliesTogether)
        {
            _random.Shuffle(_mailOrder);
        }

        var mails = new Identifier[people];
        foreach (var number in _mailOrder)
        {
            mails[number] = Mail(number);
        }

        for (var i = 0; i < people; i++)
        {
            _people.Add(Make(i, mails[i]));
        }

        for (var i = 0; i < people; i++)
        {
            See(_people[i], i);
        }

        var kiosk = Identifier.Device("kiosk-1");
        Owner[kiosk] = Shared;
        foreach (var i in Enumerable.Range(0, people).OrderBy(_ => _random.Next()).Take(people / 10))
        {
            Add(Assurance.Verified, "session", 2000, _people[i].Name ?? _people[i].Mails[0], kiosk);
        }

        Seen.Sort((x, y) => x.At.CompareTo(y.At));
    }

    /// <summary>What was seen, in the order of time.</summary>
    public List<SeenEvent> Seen { get; } = [];

    /// <summary>Whose an identifier is; -1 for several people's or nobody's.</summary>
    public Dictionary<Identifier, int> Owner { get; } = [];

    /// <summary>Values that exist only because somebody mistyped another.</summary>
    public HashSet<Identifier> Mistyped { get; } = [];

    private Person Make(int number, Identifier mail)
    {
        var person = new Person { Name = IsMember() ? Own(Identifier.Login($"user-{number}"), number) : null };
        person.Phones.Add(Phone(number));
        person.Mails.Add(mail);
        var member = person.Name is not null;
        if (_random.Next(100) < (member ? 30 : _rules.GuestsWithTwo))
        {
            person.Phones.Add(Own(Identifier.Phone($"+8180{Place(number):D8}"), number));
        }

        if (_random.Next(100) < (member ? 30 : _rules.GuestsWithTwo))
        {
            person.Mails.Add(Own(Identifier.Email($"second.{Place(number)}@mail.example"), number));
        }

        for (var i = _random.Next(_rules.MostDevices); i >= 0; i--)
        {
            person.Devices.Add(Own(Identifier.Device($"device-{number}-{i}"), number));
        }

        if (_rules.FamilyDevices > 0 && Owner[person.Phones[0]] == Shared && _random.Next(100) < _rules.FamilyDevices)
        {
            person.Devices.Add(Own(Identifier.Device("home-of-" + person.Phones[0].Value), Shared));
        }

        return person;
    }

    private bool IsMember() => _rules.Members == 80 ? _random.Next(5) > 0 : _random.Next(100) < _rules.Members;

    // A shared value goes to the next two to six people; such that 5 % of values are shared.
    private Identifier Phone(int number)
    {
        if (_familyLeft == 0 && _random.Next(1000) < 50)
        {
            _familyLeft = _random.Next(2, 7);
            _familyPhones.Add($"+8145{Place(number) % 10_000_000:D7}");
        }

        if (_familyLeft > 0)
        {
            _familyLeft--;
            return Own(Identifier.Phone(_familyPhones[^1]), Shared);
        }

        if (number > 1_000 && _random.Next(100) == 0)
        {
            var former = _people[number - 1_000];
            if (former.Phones[0].Value.StartsWith("+8190", StringComparison.Ordinal))
            {
                former.GaveUpPhone = true;
                return Own(former.Phones[0], Shared);
            }
        }

        return Own(Identifier.Phone($"+8190{Place(number + 77_777):D8}"), number);
    }

    private Identifier Mail(int number)
    {
        if (_mailFamilyLeft == 0 && _random.Next(1000) < 50)
        {
            _mailFamilyLeft = _random.Next(2, 7);
            _familyMail = $"family.{Place(number)}@mail.example";
        }

        if (_mailFamilyLeft > 0)
        {
            _mailFamilyLeft--;
            return Own(Identifier.Email(_familyMail), Shared);
        }

        return Own(Identifier.Email($"person.{Place(number)}@mail.example"), number);
    }

    private void See(Person person, int number)
    {
        var phoneDays = person.GaveUpPhone ? 300 : 2000;
        if (person.Name is { } name)
        {
            // The shop's own record, typed by the person once: one in fifty values is a placeholder.
            Add(Assurance.Verified, "shop", 2000, name, Typed(person.Mails[0], FakeMails));
            Add(Assurance.Verified, "shop", phoneDays, name, Typed(person.Phones[0], FakePhones));
            person.Devices.ForEach(d => Add(Assurance.Verified, "session", 2000, name, d));
            person.Mails.Skip(1).ToList().ForEach(m => Add(Assurance.Verified, "one-time-code", 2000, name, m));
            person.Phones.Skip(1).ToList().ForEach(p => Add(Assurance.Verified, "one-time-code", 2000, name, p));
        }

        // An order form on each device, a mail with the number in its signature.
        person.Devices.ForEach(d => Add(Assurance.Observed, "form", 2000, Typed(person.Mails[_random.Next(person.Mails.Count)], FakeMails), d));
        Add(Assurance.Observed, "mail", phoneDays, person.Mails[0], MaybeWrong(person.Phones[0]));
        foreach (var mail in person.Mails.Skip(1))
        {
            Add(Assurance.Observed, "mail", 2000, mail, MaybeWrong(person.Phones[^1]));
        }

        foreach (var phone in person.Phones.Skip(1))
        {
            Add(Assurance.Observed, "mail", 2000, person.Mails[0], MaybeWrong(phone));
        }

        // Somebody else's address, typed into a chat: a claim.
        if (number % 50 == 0)
        {
            Add(Assurance.Claimed, "typed", 2000, person.Devices[0], _people[_random.Next(_people.Count)].Mails[0]);
        }
    }

    private Identifier Typed(Identifier value, string[] fakes)
    {
        if (_random.Next(50) > 0)
        {
            return MaybeWrong(value);
        }

        var fake = new Identifier { Type = value.Type, Value = fakes[_random.Next(fakes.Length)] };
        Owner[fake] = Shared;
        return fake;
    }

    // One figure of the value is another one: it is nobody's, or whoever's it really is.
    private Identifier MaybeWrong(Identifier value)
    {
        if (_rules.TyposOfThousand == 0 || _random.Next(1000) >= _rules.TyposOfThousand)
        {
            return value;
        }

        var text = value.Value.ToCharArray();
        var figures = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]) && i > 4).ToList();
        if (figures.Count == 0)
        {
            return value;
        }

        var at = figures[_random.Next(figures.Count)];
        text[at] = (char)('0' + ((text[at] - '0' + 1 + _random.Next(9)) % 10));
        var wrong = value with { Value = new(text) };
        if (Owner.TryAdd(wrong, Shared))
        {
            Mistyped.Add(wrong);
        }

        return wrong;
    }

    // Numbers in use lie apart: a factor without a common divisor spreads them over eight figures.
    private long Place(int number) => _rules.Scattered ? number * 61_803_399L % 100_000_000 : number;

    private void Add(Assurance assurance, string source, int days, Identifier first, Identifier second) =>
        Seen.Add(new(first, second, assurance, source, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(_random.Next(days * 86_400))));

    private Identifier Own(Identifier identifier, int owner)
    {
        Owner[identifier] = owner;
        return identifier;
    }

    internal sealed record SeenEvent(Identifier First, Identifier Second, Assurance Assurance, string Source, DateTimeOffset At);

    private sealed class Person
    {
        public Identifier? Name { get; init; }

        public List<Identifier> Phones { get; } = [];

        public List<Identifier> Mails { get; } = [];

        public List<Identifier> Devices { get; } = [];

        public bool GaveUpPhone { get; set; }
    }
}
