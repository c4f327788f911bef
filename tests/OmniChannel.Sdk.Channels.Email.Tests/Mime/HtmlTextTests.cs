using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Tests.Mime;

public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>one<br>two</p><p>three</p>", "one\ntwo\n\nthree")]
    [InlineData("<div>a</div><div>b</div>", "a\nb")]
    [InlineData("a  \r\n b&nbsp;c &lt;d&gt; &#x3042; &eacute;", "a b c <d> あ é")]
    [InlineData("<style>p{}</style><script>alert('</p>')</script>x<!-- <p>no</p> -->y", "xy")]
    [InlineData("<head><title>t</title></head><BODY>x</BODY>", "x")]
    [InlineData("<script>never closed <p>x", "")]
    [InlineData("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc")]
    [InlineData("<blockquote>q<br>r</blockquote>a", "> q\n> r\n\na")]
    [InlineData("<a href='https://x.example/?a=1&amp;b=2'>track</a>", "track (https://x.example/?a=1&b=2)")]
    [InlineData("<a href=\"https://x.example\">https://x.example</a>", "https://x.example")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "x")]
    [InlineData("<img src=x alt=\"Logo\"> hi", "[Logo] hi")]
    [InlineData("1 < 2 and <3", "1 < 2 and <3")]
    [InlineData("<p title=\"a>b\">x</p>", "x")]
    [InlineData("<pre>a\nb</pre>", "a\nb")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("unclosed <b", "unclosed <b")]
    public void Reduce_Html_ReadsAsAPersonWould(string html, string expected) => Assert.Equal(expected, HtmlText.Reduce(html));
}
