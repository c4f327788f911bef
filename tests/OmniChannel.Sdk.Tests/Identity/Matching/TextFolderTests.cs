using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class TextFolderTests
{
    [Theory]
    [InlineData("Müller-Lüdenscheidt", "muller ludenscheidt")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("  Nguyễn   Văn ", "nguyen van")]
    [InlineData("Ｊｏｈｎ　Ｓｍｉｔｈ１２", "john smith12")]
    [InlineData("Łukasz Ørsted", "lukasz orsted")]
    [InlineData("ﾔﾏﾀﾞ ﾊﾟｳﾛ", "ヤマダ パウロ")]
    [InlineData("やまだ", "ヤマダ")]
    [InlineData("か\u3099", "ガ")]
    [InlineData("髙﨑 邊", "高崎 辺")]
    [InlineData("齋藤", "斉藤")]
    [InlineData("", "")]
    [InlineData("--", "")]
    public void Fold_Text_LeavesWhatMatters(string text, string expected) => Assert.Equal(expected, TextFolder.Fold(text));

    [Fact]
    public void Fold_FoldedText_StaysAsItIs() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll<string>(text =>
    {
        var once = TextFolder.Fold(text ?? "");
        return TextFolder.Fold(once) == once;
    }));

    [Theory]
    [InlineData("シャチョウ", "shachou")]
    [InlineData("キョウコ", "kyouko")]
    [InlineData("ファン", "fan")]
    [InlineData("サトー", "sato")]
    public void Romanize_Kana_IsHepburn(string kana, string expected) => Assert.Equal(expected, KanaReading.Romanize(kana));

    [Theory]
    [InlineData("philip", "filip")]
    [InlineData("meyer", "maier")]
    [InlineData("schmidt", "schmit")]
    [InlineData("ヤマダ", "yamada")]
    public void Phonetics_HeardAlike_AreEqual(string one, string other) => Assert.Equal(Phonetics.Code(one), Phonetics.Code(other));
}
