using System.Globalization;
using static OmniChannel.Matching.Accuracy.Columns;

namespace OmniChannel.Matching.Accuracy;

/// <summary>Kinds of files, half of them kept out of sight while the matcher was designed.</summary>
internal static class Scenes
{
    private static readonly Vocabulary English = Vocabularies.English, German = Vocabularies.German, Spanish = Vocabularies.Spanish, Japanese = Vocabularies.Japanese, Vietnamese = MoreVocabularies.Vietnamese, Arabic = MoreVocabularies.Arabic;

    public static IReadOnlyList<Scene> All { get; } = [.. First(), .. Second(), .. HeldOut(), .. Third(), .. Fourth()];

    /// <summary>The scenes with this in their name, or "seen", or "held out".</summary>
    public static IEnumerable<Scene> Chosen(string part) =>
        All.Where(scene => (scene.HeldOut ? "held out" : "seen").Contains(part, StringComparison.Ordinal) || scene.Name.Contains(part, StringComparison.Ordinal));

    private static IEnumerable<Scene> First() =>
    [
        new() { Name = "name and e-mail", HeldOut = false, Records = 3000, Names = English, Duplicated = 0.2, MostRecords = 3, Columns = [FullName("name"), Mail("email")], Errors = new() { Typo = 0.1, Missing = 0.02, OtherMail = 0.1 } },
        new() { Name = "name and e-mail, no duplicates", HeldOut = false, Records = 3000, Names = English, Duplicated = 0, NamedMail = 1, NumberedMail = 0.2, Columns = [FullName("name"), Mail("email")], Errors = new() { Missing = 0.02 } },
        new() { Name = "kanji name and named e-mail, no duplicates", HeldOut = false, Records = 2000, Names = Japanese, Duplicated = 0, NamedMail = 1, NumberedMail = 0.3, Columns = [FamilyFirst("氏名"), Kana("フリガナ"), Mail("メール"), City("市区町村")] },
        new() { Name = "names and birth in three columns, 500", HeldOut = false, Records = 500, Names = German, Duplicated = 0.1, Homes = 0, Columns = [Given("fname_c1"), Family("lname_c1"), .. BornInThree("by", "bm", "bd")], Errors = new() { Typo = 0.2, Missing = 0 } },
        new() { Name = "names and birth in three columns, 4000", HeldOut = false, Records = 4000, Names = German, Duplicated = 0.1, Homes = 0, Columns = [Given("fname_c1"), Family("lname_c1"), .. BornInThree("by", "bm", "bd")], Errors = new() { Typo = 0.2, Missing = 0 } },
        new() { Name = "patients with families", HeldOut = false, Records = 5000, Names = English, Duplicated = 0.05, Homes = 0.5, Columns = [Given("first_name"), Family("last_name"), Born("dob"), Sex("sex"), Phone("phone", "1"), Street("address", English), City("city"), Postcode("zip")], Errors = new() { Typo = 0.1, Missing = 0.1, Nickname = 0.1, Moved = 0.1, Renamed = 0.03 } },
        new() { Name = "kanji, kana and address, no e-mail", HeldOut = false, Records = 3000, Names = Japanese, Duplicated = 0.3, MostRecords = 3, Columns = [Family("姓"), Given("名"), FamilyKana("セイ"), GivenKana("メイ"), Born("生年月日", "yyyy/MM/dd"), Phone("電話番号", "81"), Address("住所", Japanese)], Errors = new() { Typo = 0.05, Missing = 0.1, OtherScript = 0.5, Moved = 0.1 } },
        new() { Name = "up to ten records, 40 % missing", HeldOut = false, Records = 4000, Names = English, Duplicated = 0.5, MostRecords = 10, Columns = [Given("first name"), Family("surname"), Born("birth date"), Mail("e-mail"), Phone("mobile", "44"), City("town")], Errors = new() { Typo = 0.15, Missing = 0.4, Nickname = 0.1, Swapped = 0.03, OtherPhone = 0.2, OtherMail = 0.2 } },
        new() { Name = "names, city and state, no duplicates", HeldOut = false, Records = 4000, Names = English, Duplicated = 0, Columns = [Given("given"), Family("family"), City("city"), State("state"), Born("birthday")] },
        new() { Name = "one address column", HeldOut = false, Records = 3000, Names = German, Duplicated = 0.2, MostRecords = 4, Columns = [FullName("Name"), Address("Adresse", German), BornAnyhow("Geburtsdatum")], Errors = new() { Typo = 0.1, Missing = 0.05, Initial = 0.1, OtherScript = 0.4 } },
    ];

    // Held out at first, until they showed what was still wrong.
    private static IEnumerable<Scene> Second() =>
    [
        new() { Name = "kanji name, kana and e-mail", HeldOut = false, Records = 2000, Names = Japanese, Duplicated = 0.2, MostRecords = 3, NamedMail = 0.8, Columns = [FamilyFirst("氏名"), Kana("フリガナ"), Mail("メールアドレス")], Errors = new() { Typo = 0.05, Missing = 0.05, OtherScript = 0.4, OtherMail = 0.1 } },
        new() { Name = "customers with named e-mail, no duplicates", HeldOut = false, Records = 3000, Names = German, Duplicated = 0, NamedMail = 1, NumberedMail = 0.2, Columns = [Given("vorname"), Family("nachname"), Mail("email"), City("ort"), Phone("telefon")] },
        new() { Name = "names and birth in three columns, 10,000", HeldOut = false, Records = 10_000, Names = German, Duplicated = 0.1, Homes = 0, Columns = [Given("fname_c1"), Family("lname_c1"), .. BornInThree("by", "bm", "bd")], Errors = new() { Typo = 0.2, Missing = 0 } },
        new() { Name = "voters with moves and marriages", HeldOut = false, Records = 8000, Names = English, Duplicated = 0.2, Homes = 0.4, Juniors = 0.08, Columns = [Family("last_name"), Given("first_name"), Middle("middle_name"), Age("age"), Sex("gender"), Street("street_address", English), City("res_city"), Postcode("zip_code")], Errors = new() { Typo = 0.05, Missing = 0.05, Nickname = 0.05, Initial = 0.02, Moved = 0.2, Renamed = 0.05 } },
        new() { Name = "two surnames", HeldOut = false, Records = 3000, Names = Spanish, Duplicated = 0.25, MostRecords = 4, Columns = [Given("nombre"), ("apellidos", (p, _) => p.Middle is null ? p.Family : p.Family + " " + Spanish.Family[p.Middle.Length * 7 % 60].Text), Born("fecha de nacimiento", "dd/MM/yyyy"), Phone("teléfono", "34"), Street("dirección", Spanish), City("ciudad")], Errors = new() { Typo = 0.1, Missing = 0.2, Nickname = 0.15, OtherPhone = 0.2, OtherScript = 0.3 } },
        new() { Name = "contacts, half double, 50 % missing", HeldOut = false, Records = 5000, Names = English, Duplicated = 0.5, MostRecords = 5, NamedMail = 0.8, Columns = [FullName("contact name"), Mail("email"), Phone("phone", "1"), Member("loyalty id"), City("city")], Errors = new() { Typo = 0.08, Missing = 0.5, Nickname = 0.1, OtherMail = 0.2, OtherPhone = 0.2 } },
        new() { Name = "families and twins, no duplicates", HeldOut = false, Records = 3000, Names = German, Duplicated = 0, Homes = 0.7, Twins = 0.1, Juniors = 0.1, Columns = [Given("Vorname"), Family("Nachname"), Born("Geburtsdatum", "dd.MM.yyyy"), Phone("Telefon"), Street("Straße", German), Postcode("PLZ"), City("Ort")] },
        new() { Name = "families with twins", HeldOut = false, Records = 4000, Names = German, Duplicated = 0.3, MostRecords = 3, Homes = 0.7, Twins = 0.1, Juniors = 0.1, Columns = [Given("Vorname"), Family("Nachname"), Born("Geburtsdatum", "dd.MM.yyyy"), Phone("Telefon"), Street("Straße", German), Postcode("PLZ"), City("Ort")], Errors = new() { Typo = 0.15, Missing = 0.1, Initial = 0.05, WrongDate = 0.05, Moved = 0.1 } },
        new() { Name = "300 people, name and postcode", HeldOut = false, Records = 300, Names = English, Duplicated = 0.1, Columns = [Given("first"), Family("last"), Postcode("postcode"), Born("dob")], Errors = new() { Typo = 0.15, Missing = 0.05 } },
        new() { Name = "loyalty members, 50,000", HeldOut = false, Records = 50_000, Names = English, Duplicated = 0.05, Homes = 0.4, Columns = [Given("FirstName"), Family("LastName"), Mail("Email"), Phone("Phone", "1"), Street("AddressLine1", English), City("City"), Postcode("Zip")], Errors = new() { Typo = 0.1, Missing = 0.15, Nickname = 0.1, OtherMail = 0.2, Moved = 0.1, OtherPhone = 0.1 } },
        new() { Name = "name and phone", HeldOut = false, Records = 2000, Names = Spanish, Duplicated = 0.15, MostRecords = 3, Columns = [FullName("nombre completo"), Phone("móvil", "34")], Errors = new() { Typo = 0.1, Missing = 0.05, Nickname = 0.1, OtherPhone = 0.1 } },
        new() { Name = "web shop in Japan", HeldOut = false, Records = 4000, Names = Japanese, Duplicated = 0.4, MostRecords = 4, NamedMail = 0.5, Columns = [FamilyFirst("お名前"), Mail("メールアドレス"), Phone("電話番号", "81"), Postcode("郵便番号"), Address("住所", Japanese)], Errors = new() { Typo = 0.05, Missing = 0.1, OtherScript = 0.5, OtherMail = 0.2, OtherPhone = 0.1, Moved = 0.1 } },
    ];

    private static IEnumerable<Scene> HeldOut() =>
    [
        new() { Name = "hotel guests", HeldOut = true, Records = 6000, Names = German, Duplicated = 0.15, MostRecords = 4, NamedMail = 0.9, NumberedMail = 0.2, Columns = [Family("Name"), Given("Vorname"), Mail("E-Mail"), Phone("Handy")], Errors = new() { Typo = 0.08, Missing = 0.2, OtherMail = 0.15, OtherPhone = 0.15, Swapped = 0.03 } },
        new() { Name = "clinic, up to six records", HeldOut = true, Records = 1500, Names = Spanish, Duplicated = 0.5, MostRecords = 6, Columns = [Given("given"), Family("family"), .. BornInThree("birth year", "birth month", "birth day"), Sex("sex"), Postcode("postal code")], Errors = new() { Typo = 0.1, Missing = 0.15, Nickname = 0.1, WrongDate = 0.05, Moved = 0.1 } },
        new() { Name = "library, no duplicates", HeldOut = true, Records = 20_000, Names = English, Duplicated = 0, Homes = 0.4, NamedMail = 0.9, NumberedMail = 0.3, Columns = [Given("first_name"), Family("surname"), Mail("email"), Phone("telephone", "44"), Street("street", English), Postcode("postcode")] },
        new() { Name = "club members who move", HeldOut = true, Records = 3000, Names = German, Duplicated = 0.3, MostRecords = 3, Homes = 0.5, Columns = [FullName("Mitglied Name"), Born("Geburtstag", "d.M.yyyy"), Street("Strasse", German), Postcode("PLZ"), City("Wohnort"), Phone("Tel")], Errors = new() { Typo = 0.2, Missing = 0.1, Moved = 0.3, OtherPhone = 0.3, OtherScript = 0.3, Renamed = 0.03 } },
        new() { Name = "names, year of birth and city", HeldOut = true, Records = 3000, Names = English, Duplicated = 0.25, MostRecords = 3, Homes = 0.2, Columns = [Given("forename"), Family("surname"), ("year of birth", (p, _) => p.Born.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture)), City("place")], Errors = new() { Typo = 0.08, Missing = 0.05, Nickname = 0.05, Moved = 0.1 } },
        new() { Name = "1,000 names, e-mail and birth, half double", HeldOut = true, Records = 1000, Names = Spanish, Duplicated = 0.5, MostRecords = 5, NamedMail = 0.6, Columns = [FullName("cliente nombre completo"), Mail("correo"), Born("nacimiento", "dd-MM-yyyy")], Errors = new() { Typo = 0.12, Missing = 0.2, Nickname = 0.2, OtherMail = 0.3, Initial = 0.05 } },
    ];

    // Held out from the joining of clusters as wholes; the Vietnamese ones and phone and address only showed what was still wrong.
    private static IEnumerable<Scene> Third() =>
    [
        new() { Name = "Vietnamese clients", HeldOut = false, Records = 4000, Names = Vietnamese, Duplicated = 0.25, MostRecords = 3, Columns = [("full_name", (p, _) => $"{p.Family} {p.Middle} {p.Given}"), Born("dob", "dd/MM/yyyy"), Phone("phone_number", "84"), City("city")], Errors = new() { Typo = 0.06, Missing = 0.1, Nickname = 0.3, OtherScript = 0.3, OtherPhone = 0.15, Moved = 0.1 } },
        new() { Name = "Vietnamese accounts, no duplicates", HeldOut = false, Records = 4000, Names = Vietnamese, Duplicated = 0, NamedMail = 0.8, Columns = [("full_name", (p, _) => $"{p.Family} {p.Middle} {p.Given}"), Mail("email"), Phone("phone", "84"), City("city")], Errors = new() { Missing = 0.1 } },
        new() { Name = "Arabic names, romanised anyhow", HeldOut = true, Records = 3000, Names = Arabic, Duplicated = 0.3, MostRecords = 3, NamedMail = 0.6, Columns = [Given("First Name"), Family("Last Name"), Mail("Email"), Phone("Mobile", "20"), BornAnyhow("Date of Birth")], Errors = new() { Typo = 0.05, Missing = 0.15, Nickname = 0.4, OtherScript = 0.5, OtherMail = 0.15, OtherPhone = 0.15 } },
        new() { Name = "CRM export with company", HeldOut = true, Records = 5000, Names = English, Duplicated = 0.2, MostRecords = 4, Homes = 0.05, NamedMail = 0.8, NumberedMail = 0.1, Columns = [("Account Name", (p, _) => Company(p)), FullName("Contact Name"), Mail("Business Email"), Phone("Business Phone", "1"), City("Mailing City")], Errors = new() { Typo = 0.06, Missing = 0.15, Nickname = 0.15, Initial = 0.05, OtherMail = 0.2, OtherPhone = 0.3 } },
        new() { Name = "phone and address only", HeldOut = false, Records = 3000, Names = German, Duplicated = 0.2, MostRecords = 3, Homes = 0.1, Columns = [Phone("Telefon"), Street("Straße", German), Postcode("PLZ"), City("Ort")], Errors = new() { Typo = 0.08, Missing = 0.05, OtherPhone = 0.1, Moved = 0.05, OtherScript = 0.3 } },
        new() { Name = "names in each other's field", HeldOut = true, Records = 3000, Names = German, Duplicated = 0.25, MostRecords = 3, Columns = [Given("Vorname"), Family("Nachname"), Born("geb", "dd.MM.yyyy"), Postcode("PLZ"), Phone("Mobil")], Errors = new() { Typo = 0.1, Missing = 0.1, Swapped = 0.3, WrongDate = 0.1, OtherPhone = 0.2, Moved = 0.2 } },
    ];

    // Held out from what those three asked for; forum accounts showed one thing more.
    private static IEnumerable<Scene> Fourth() =>
    [
        new() { Name = "e-mail and phone only", HeldOut = true, Records = 3000, Names = English, Duplicated = 0.2, MostRecords = 3, NamedMail = 0.8, Columns = [Mail("email"), Phone("phone", "1")], Errors = new() { Typo = 0.06, Missing = 0.1, OtherMail = 0.1, OtherPhone = 0.1 } },
        new() { Name = "name and city", HeldOut = true, Records = 3000, Names = English, Duplicated = 0.2, MostRecords = 2, Columns = [FullName("Name"), City("Town")], Errors = new() { Typo = 0.1, Missing = 0.03, Nickname = 0.1, Moved = 0.1 } },
        new() { Name = "columns without names", HeldOut = true, Records = 3000, Names = English, Duplicated = 0.25, MostRecords = 3, Columns = [Given("c1"), Family("c2"), Born("c3"), Phone("c4", "1"), Street("c5", English), City("c6")], Errors = new() { Typo = 0.1, Missing = 0.1, Moved = 0.1, OtherPhone = 0.1 } },
        new() { Name = "initials and street", HeldOut = true, Records = 3000, Names = German, Duplicated = 0.2, MostRecords = 3, Columns = [("Name", (p, r) => r.Next(2) == 0 ? $"{p.Given[..1]}. {p.Family}" : $"{p.Given} {p.Family}"), Street("Anschrift", German), Postcode("PLZ"), Phone("Fon")], Errors = new() { Typo = 0.08, Missing = 0.08, OtherPhone = 0.2, OtherScript = 0.3, Moved = 0.1 } },
        new() { Name = "forum accounts", HeldOut = false, Records = 5000, Names = Spanish, Duplicated = 0.1, MostRecords = 4, NamedMail = 0.4, Columns = [("username", (p, _) => p.Mail.Split('@')[0]), Mail("email"), ("country", (p, _) => p.State), ("birth_year", (p, _) => p.Born.Year.ToString(CultureInfo.InvariantCulture))], Errors = new() { Typo = 0.04, Missing = 0.1, OtherMail = 0.2 } },
        new() { Name = "Arabic names and phone, no duplicates", HeldOut = true, Records = 4000, Names = Arabic, Duplicated = 0, Homes = 0.5, Columns = [FullName("customer name"), Phone("phone", "20"), City("city")], Errors = new() { Missing = 0.05 } },
    ];

    private static string Company(Person person) => English.Streets[(person.Member[0] * 31 + person.Member[3] * 7 + person.Member[5]) % 300].Split(' ')[0] + (person.Member[1] % 3) switch { 0 => " Ltd", 1 => " Inc.", _ => " & Co" };
}
