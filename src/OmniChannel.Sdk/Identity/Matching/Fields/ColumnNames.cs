using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>What the name of a column says, in several languages.</summary>
internal static class ColumnNames
{
    // Whole names first, then words within a name; the order decides where both could be right.
    private static readonly (ColumnMeaning Meaning, string[] Words)[] Dictionary =
    [
        (ColumnMeaning.Email, ["email", "e mail", "mail", "courriel", "correo", "メール", "メールアドレス", "電子メール"]),
        (ColumnMeaning.BirthYear, ["by", "birth year", "year of birth", "birthyear", "yob", "geburtsjahr", "annee naissance", "生年"]),
        (ColumnMeaning.Age, ["age", "alter", "edad", "eta", "idade", "leeftijd", "年齢"]),
        (ColumnMeaning.BirthMonth, ["bm", "birth month", "month of birth", "birthmonth", "mob", "geburtsmonat", "生月"]),
        (ColumnMeaning.BirthDay, ["bd", "birth day", "day of birth", "geburtstagszahl", "生日"]),
        (ColumnMeaning.BirthPlace, ["birth place", "birthplace", "place of birth", "geburtsort", "lieu naissance", "出生地"]),
        (ColumnMeaning.Date, ["dob", "date of birth", "birth date", "birthdate", "birthday", "geburtsdatum", "geburtstag", "date naissance", "date de naissance",
            "fecha nacimiento", "fecha de nacimiento", "data nascita", "data di nascita", "geboortedatum", "data nascimento", "生年月日", "誕生日"]),
        (ColumnMeaning.FullName, ["full name", "fullname", "customer name", "person name", "nom complet", "nombre completo", "vollstandiger name", "name complete",
            "氏名", "姓名", "お名前", "名前", "氏名カナ", "フリガナ", "ふりがな"]),
        (ColumnMeaning.GivenName, ["given name", "givenname", "first name", "firstname", "fname", "forename", "given", "first", "vorname", "rufname", "prenom",
            "nombre", "nome", "voornaam", "middle name", "middlename", "mname", "名", "名前カナ", "名カナ", "メイ", "mei"]),
        (ColumnMeaning.FamilyName, ["family name", "familyname", "last name", "lastname", "lname", "surname", "sname", "family", "last", "nachname", "familienname",
            "zuname", "nom", "nom de famille", "apellido", "apellidos", "cognome", "sobrenome", "achternaam", "姓", "苗字", "氏", "姓カナ", "セイ", "sei"]),
        (ColumnMeaning.Phone, ["phone", "telephone", "telefon", "telefono", "telefoon", "tel", "mobile", "mobil", "cell", "handy", "fax", "phone number", "電話", "電話番号",
            "携帯", "携帯電話"]),
        (ColumnMeaning.PostalCode, ["postcode", "post code", "postal code", "postalcode", "zip", "zipcode", "zip code", "plz", "postleitzahl", "code postal",
            "codigo postal", "cap", "cep", "postal", "郵便番号"]),
        (ColumnMeaning.Number, ["street number", "house number", "house no", "streetnumber", "hausnummer", "numero", "street no", "番地"]),
        (ColumnMeaning.Street, ["address", "adresse", "street", "strasse", "rue", "calle", "via", "direccion", "indirizzo", "addr", "straat", "address line", "住所", "番地町名"]),
        (ColumnMeaning.Category, ["state", "province", "region", "bundesland", "county", "country", "land", "pays", "pais", "gender", "sex", "geschlecht", "sexe", "sexo",
            "title", "salutation", "anrede", "性別", "都道府県", "race", "ethnicity", "marital status"]),
        (ColumnMeaning.Locality, ["city", "town", "suburb", "locality", "ort", "stadt", "wohnort", "ville", "ciudad", "citta", "plaats", "cidade", "place", "village",
            "municipality", "市区町村", "市", "都市"]),
        (ColumnMeaning.Identifier, ["ssn", "soc sec id", "social security", "social security number", "passport", "loyalty id", "member id", "national id",
            "tax id", "nin", "nhs number", "sozialversicherungsnummer", "customer number", "kundennummer", "会員番号", "マイナンバー"]),
    ];

    private static readonly Dictionary<string, ColumnMeaning> Whole = Dictionary
        .SelectMany(entry => entry.Words.Select(word => (Word: word, entry.Meaning)))
        .DistinctBy(pair => TextFolder.Fold(pair.Word)).ToDictionary(pair => TextFolder.Fold(pair.Word), pair => pair.Meaning, StringComparer.Ordinal);

    /// <summary>What the name means, trying it whole, then with fewer and fewer of its words.</summary>
    public static ColumnMeaning Meaning(string column)
    {
        var words = Split(column);
        for (var length = words.Count; length > 0; length--)
        {
            // Later words weigh more: "customer first name" is a first name.
            for (var start = words.Count - length; start >= 0; start--)
            {
                if (Whole.TryGetValue(string.Join(' ', words.Skip(start).Take(length)), out var meaning))
                {
                    return meaning;
                }
            }
        }

        return words is ["name"] or [.., "name"] ? ColumnMeaning.FullName : ColumnMeaning.Unknown;
    }

    private static List<string> Split(string column)
    {
        var spaced = new System.Text.StringBuilder();
        for (var i = 0; i < column.Length; i++)
        {
            var c = column[i];
            var border = i > 0 && ((char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(column[i - 1])) || (char.IsAsciiDigit(c) && !char.IsAsciiDigit(column[i - 1])));
            spaced.Append(border ? " " : "").Append(char.IsAsciiDigit(c) ? ' ' : c);
        }

        return [.. TextFolder.Fold(spaced.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
