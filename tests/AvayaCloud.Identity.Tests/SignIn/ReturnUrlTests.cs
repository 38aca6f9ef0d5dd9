namespace AvayaCloud.Identity.Tests.SignIn;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/spaces?q=a%20b&sort=title&dir=desc&page=3")]
    [InlineData("/spaces/5f04251caa4a347af9946e06/posts#last")]
    [InlineData("/profile?next=https://example.com//x")]
    public void A_local_address_is_returned_unchanged(string address) => Assert.Equal(address, ReturnUrl.Sanitize(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%252f%252fevil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/%255cevil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("http://portal//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/%0d%0aSet-Cookie:a=b")]
    [InlineData("/\0")]
    [InlineData("/../..//evil.example")]
    [InlineData("/a/../b")]
    [InlineData("~//evil.example")]
    [InlineData("~/x")]
    [InlineData("@evil.example")]
    [InlineData("evil.example")]
    [InlineData("/\u2215\u2215evil.example")]
    [InlineData("/\uFF0F\uFF0Fevil.example")]
    [InlineData("/signin?returnUrl=/signin")]
    [InlineData("/signin-avaya?code=x")]
    [InlineData("/signout")]
    public void Anything_else_becomes_the_front_page(string? address) => Assert.Equal("/", ReturnUrl.Sanitize(address));

    [Fact]
    public void An_address_of_ten_thousand_characters_becomes_the_front_page() =>
        Assert.Equal("/", ReturnUrl.Sanitize("/" + new string('a', 10_000)));

    [Fact]
    public void Letters_beyond_ASCII_are_encoded_for_the_header() =>
        Assert.Equal("/spaces?q=%C3%A9t%C3%A9%20%F0%9F%8C%9E", ReturnUrl.Sanitize("/spaces?q=été 🌞"));

    [Fact]
    public void Every_sanitized_address_resolves_to_this_host()
    {
        var portal = new Uri("https://portal.example");
        string[] pieces =
        [
            "/",
            "\\",
            "//",
            "%2f",
            "%5C",
            "%25",
            ".",
            "..",
            "@",
            ":",
            "evil.example",
            "https:",
            "\t",
            "\r\n",
            "?",
            "#",
            "a",
            "é",
            "\u2028",
            "~",
            " ",
            "\uD83C",
        ];
        var random = new Random(2026);
        for (var i = 0; i < 20_000; i++)
        {
            var address = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            var sanitized = ReturnUrl.Sanitize(address);
            Assert.True(Uri.TryCreate(portal, sanitized, out var target), sanitized);
            Assert.Equal("portal.example", target.Host);
            Assert.All(sanitized, character => Assert.InRange(character, '!', '~'));
        }
    }
}
