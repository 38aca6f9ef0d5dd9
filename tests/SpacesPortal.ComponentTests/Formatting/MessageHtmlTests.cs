using SpacesPortal.Components.Formatting;

namespace SpacesPortal.ComponentTests.Formatting;

public sealed class MessageHtmlTests
{
    [Theory]
    [InlineData("<p>Hello <b>you</b><br>there</p>", "<p>Hello <b>you</b><br>there</p>")]
    [InlineData("<script>alert(1)</script>after", "after")]
    [InlineData("<style>p{}</style><p style=\"color:red\" class=\"x\" id=\"main\">text</p>", "<p>text</p>")]
    [InlineData("<img src=x onerror=alert(1)>text", "text")]
    [InlineData("<svg onload=alert(1)><circle/></svg>text", "text")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe><form action=/signout><button>Sign out</button></form>", "Sign out")]
    [InlineData("<div><h1 onclick=\"x()\">Title</h1></div>", "Title")]
    public void Only_the_tags_of_text_remain(string html, string expected) => Assert.Equal(expected, MessageHtml.Of(html).Value);

    [Theory]
    [InlineData("https://example.com/a?b=c&amp;d", true)]
    [InlineData("http://example.com", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)", false)]
    [InlineData("java&#10;script:alert(1)", false)]
    [InlineData("data:text/html,<script>alert(1)</script>", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("/signout", false)]
    [InlineData("//evil.example", false)]
    [InlineData("mailto:a@example.com", false)]
    public void Links_lead_to_the_web_in_a_new_tab_or_nowhere(string address, bool isKept)
    {
        var html = MessageHtml.Of($"<a href=\"{address}\" target=\"_self\" onclick=\"x()\">link</a>").Value;

        Assert.Equal(isKept, html.Contains("href", StringComparison.Ordinal));
        Assert.Contains("link</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", html, StringComparison.Ordinal);
        if (isKept)
            Assert.Contains("target=\"_blank\" rel=\"noopener noreferrer nofollow\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>one<br>two</p><p>three</p>", "one\ntwo\nthree")]
    [InlineData("a &lt;b&gt; &amp; c", "a <b> & c")]
    [InlineData(null, "")]
    public void For_an_edit_field_HTML_becomes_lines(string? html, string expected) => Assert.Equal(expected, MessageHtml.Lines(html));

    [Fact]
    public void A_megabyte_is_cut_and_still_well_formed()
    {
        var html = MessageHtml.Of(string.Concat(Enumerable.Repeat("<b>x", 300_000))).Value;

        Assert.True(html.Length < 1_000_000, $"{html.Length} characters");
    }
}
