using System.Globalization;
using Column = (string Name, System.Func<OmniChannel.Matching.Accuracy.Person, System.Random, string?> Value);

namespace OmniChannel.Matching.Accuracy;

/// <summary>Ways of writing a person into columns.</summary>
internal static class Columns
{
    public static Column Given(string name) => (name, (p, _) => p.Given);

    public static Column Family(string name) => (name, (p, _) => p.Family);

    public static Column Middle(string name) => (name, (p, _) => p.Middle);

    public static Column FullName(string name) => (name, (p, _) => $"{p.Given} {p.Family}");

    public static Column FamilyFirst(string name) => (name, (p, r) => p.Family + r.Next(4) switch { 0 => "", 1 => " ", _ => "\u3000" } + p.Given);

    public static Column Kana(string name) => (name, (p, _) => p.FamilyKana + " " + p.GivenKana);

    public static Column GivenKana(string name) => (name, (p, _) => p.GivenKana);

    public static Column FamilyKana(string name) => (name, (p, _) => p.FamilyKana);

    public static Column Born(string name, string format = "yyyy-MM-dd") => (name, (p, _) => p.Born.ToString(format, CultureInfo.InvariantCulture));

    public static Column BornAnyhow(string name) => (name, (p, r) => p.Born.ToString(r.Next(3) switch { 0 => "dd.MM.yyyy", 1 => "d.M.yyyy", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture));

    public static Column[] BornInThree(string year, string month, string day) =>
    [
        (year, (p, _) => p.Born.Year.ToString(CultureInfo.InvariantCulture)),
        (month, (p, _) => p.Born.Month.ToString(CultureInfo.InvariantCulture)),
        (day, (p, _) => p.Born.Day.ToString(CultureInfo.InvariantCulture)),
    ];

    public static Column Age(string name) => (name, (p, _) => (2024 - p.Born.Year).ToString(CultureInfo.InvariantCulture));

    public static Column Mail(string name) => (name, (p, _) => p.Mail);

    public static Column City(string name) => (name, (p, _) => p.City);

    public static Column Postcode(string name) => (name, (p, _) => p.Postcode);

    public static Column State(string name) => (name, (p, _) => p.State);

    public static Column Sex(string name) => (name, (p, _) => p.Sex);

    public static Column Member(string name) => (name, (p, _) => p.Member);

    public static Column House(string name) => (name, (p, _) => p.House);

    public static Column StreetName(string name) => (name, (p, _) => p.Street);

    public static Column Street(string name, Vocabulary names) => (name, (p, _) => string.Format(CultureInfo.InvariantCulture, names.StreetFormat, p.Street, p.House));

    /// <summary>The whole address in one column, sometimes with the postal code.</summary>
    public static Column Address(string name, Vocabulary names) => (name, (p, r) => names.HouseNumbers == 0
        ? p.City + p.Street + p.House
        : string.Format(CultureInfo.InvariantCulture, names.StreetFormat, p.Street, p.House) + ", " + (r.Next(2) == 0 ? p.Postcode + " " : "") + p.City);

    /// <summary>A phone in one of several ways of writing it.</summary>
    public static Column Phone(string name, string country = "49") => (name, (p, r) => r.Next(4) switch
    {
        0 => $"+{country}{p.Phone}",
        1 => $"0{p.Phone[..3]} {p.Phone[3..]}",
        2 => $"0{p.Phone[..3]}/{p.Phone[3..6]}-{p.Phone[6..]}",
        _ => $"0{p.Phone}",
    });
}
