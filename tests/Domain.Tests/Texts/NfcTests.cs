using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Texts;

namespace JointMeeting.Domain.Tests.Texts;

public class NfcTests
{
    /// <summary>Expected values worked out with another implementation of Unicode 14.0.</summary>
    [Theory]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("u\u0308\u0304", "\u01d6")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\uf90a", "\u91d1")]
    [InlineData("\ud87e\udc00", "\u4e3d")]
    [InlineData("\u1112\u1161\u11ab", "\ud55c")]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData("\u1100\u1161\u11a7", "\uac00\u11a7")]
    [InlineData("联席会议 2026", "联席会议 2026")]
    [InlineData("", "")]
    public void A_text_is_composed(string text, string composed) => Assert.Equal(composed, Nfc.Of(text));

    [Fact]
    public void Composing_twice_changes_nothing() =>
        Prop.ForAll(
                Gen.Elements(
                        'e',
                        'u',
                        '\u0301',
                        '\u0308',
                        '\u0323',
                        '\u00e9',
                        '\u1e09',
                        '\u1100',
                        '\u1161',
                        '\u11a8',
                        '\uf90a'
                    )
                    .ArrayOf()
                    .ToArbitrary(),
                letters =>
                {
                    var once = Nfc.Of(new string(letters));
                    return once == Nfc.Of(once);
                }
            )
            .QuickCheckThrowOnFailure();
}
