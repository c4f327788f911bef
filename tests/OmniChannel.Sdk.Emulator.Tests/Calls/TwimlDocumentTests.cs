using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Emulator.Calls;

namespace OmniChannel.Calls;

public sealed class TwimlDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<Response>")]
    [InlineData("<Answer/>")]
    [InlineData("<Response><Play>a.mp3</Play></Response>")]
    [InlineData("<Response><Redirect>not an address</Redirect></Response>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><Response><Say>&x;</Say></Response>")]
    public void Script_ThatCannotBePlayed_IsRefused(string xml) => Assert.False(TwimlDocument.TryParse(xml, out _));

    [Fact]
    public void Script_OfAnyText_IsReadOrRefusedWithoutThrowing() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            TwimlDocument.TryParse(text.Get, out _);
            var escaped = new System.Xml.Linq.XText(string.Concat(text.Get.Where(c => c is >= ' ' and < '\uD800'))).ToString();
            Assert.True(TwimlDocument.TryParse($"<Response><Say>{escaped}</Say></Response>", out var script));
            return Assert.Single(script.Verbs) is TwimlVerb.Say;
        }));
}
