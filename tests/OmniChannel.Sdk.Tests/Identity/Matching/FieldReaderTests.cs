using OmniChannel.Identity.Matching;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class FieldReaderTests
{
    [Theory]
    [InlineData("山田 太郎", "太郎", "山田")]
    [InlineData("山田　太郎", "太郎", "山田")]
    [InlineData("長谷川太郎", "太郎", "長谷川")]
    [InlineData("鈴木花子", "花子", "鈴木")]
    [InlineData("ヤマダ タロウ", "タロウ", "ヤマダ")]
    [InlineData("John Smith", "john", "smith")]
    [InlineData("Smith, John", "john", "smith")]
    public void FullName_InAnyScript_GivesGivenAndFamilyName(string name, string given, string family)
    {
        var kanji = new KanjiNames(["長谷川 花子", "山田 花子"]);
        var reader = new FieldReader { Name = "name", Kind = FieldKind.GivenName, Columns = [0], Part = NamePart.First, Kanji = kanji };

        Assert.Equal(given, reader.Read(name).Text);
        Assert.Equal(family, (reader with { Part = NamePart.Last }).Read(name).Text);
    }

    [Theory]
    [InlineData("Nguyễn Văn An|Trần Thị Mai|Lê Hương|Phạm Minh", true)]
    [InlineData("Zhang Wei|Wang Fang|Li Na|Liu Yang", true)]
    [InlineData("Nagy István|Kovács Anna|Tóth Béla|Kiss Éva", true)]
    [InlineData("John Smith|Maria Garcia|Kim Jones|Peter Miller", false)]
    [InlineData("An Nguyen|Mai Tran|Huong Le|Minh Pham", false)]
    [InlineData("Nguyen, An|Tran, Mai|Le, Huong", false)]
    public void WholeNames_OfAColumn_TellWhichNameComesFirst(string names, bool familyFirst)
    {
        var records = new RecordSet(["name"]);
        foreach (var name in names.Split('|'))
        {
            records.Add([name]);
        }

        Assert.Equal(familyFirst, FamilyFirst.Of(records.Column(0)));
    }

    [Theory]
    [InlineData("Nguyễn Văn An", "an", "nguyen")]
    [InlineData("An, Nguyễn", "nguyen", "an")]
    public void FullName_FamilyFirst_GivesGivenAndFamilyName(string name, string given, string family)
    {
        var reader = new FieldReader { Name = "name", Kind = FieldKind.GivenName, Columns = [0], Part = NamePart.First, FamilyFirst = true };

        Assert.Equal(given, reader.Read(name).Text);
        Assert.Equal(family, (reader with { Part = NamePart.Last }).Read(name).Text);
    }

    [Theory]
    [InlineData("1980", "3", "7", 19800307)]
    [InlineData("80", "3", "7", 19800307)]
    [InlineData("19580", "3", "7", 95800307)]
    [InlineData(null, "3", "7", 307)]
    [InlineData("1980", "x", "7", 19800007)]
    [InlineData("1980", null, null, 0)]
    public void Date_OfThreeColumns_KeepsWhatIsThere(string? year, string? month, string? day, int expected) =>
        Assert.Equal(expected, FieldReader.Join(year, month, day).Date);

    [Theory]
    [InlineData("40", "40", "equal")]
    [InlineData("40", "41", "one apart")]
    [InlineData("1956", "1965", "one edit")]
    [InlineData("57", "60", "near")]
    [InlineData("23", "54", "different")]
    public void Ages_AreComparedAsNumbers(string one, string other, string expected)
    {
        var table = new ValueTable(sounds: false);
        var (a, b) = (table.Intern(one), table.Intern(other));

        Assert.Equal(expected, AgeComparer.Instance.Levels[a == b ? 0 : AgeComparer.Instance.Compare(table, a, b)]);
    }

    [Theory]
    [InlineData("美咲", "美沙", "different")]
    [InlineData("李", "李明", "short form")]
    [InlineData("anna", "anne", "one edit")]
    [InlineData("li", "lin", "different")]
    public void Names_OfFewCharacters_AreNotAlike(string one, string other, string expected)
    {
        var table = new ValueTable();

        Assert.Equal(expected, NameComparer.Instance.Levels[NameComparer.Instance.Compare(table, table.Intern(one), table.Intern(other))]);
    }
}
