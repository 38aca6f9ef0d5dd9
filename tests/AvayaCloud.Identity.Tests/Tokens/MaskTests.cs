namespace AvayaCloud.Identity.Tests.Tokens;

public sealed class MaskTests
{
    private const string Canary = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";

    [Fact]
    public void Tokens_are_masked_wherever_they_are_printed()
    {
        Assert.True(AccessToken.TryParse(Canary, out var access));
        Assert.True(RefreshToken.TryParse(Canary, out var refresh));
        var set = new TokenSet(1, access, refresh, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Grant.Unnamed);
        var person = new SignedInUser("id", null, "Ada", null, null);
        var session = new Session(SessionId.Create(), person, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, set);
        object[] printed =
        [
            access, refresh, set, session, new RefreshOutcome.Refreshed(set),
            new TokenResponse.Granted(access, refresh, TimeSpan.Zero, Canary, Canary, Grant.Unnamed),
            new ProviderResponse(System.Net.HttpStatusCode.OK, System.Text.Json.JsonSerializer.SerializeToElement(Canary), null),
        ];

        Assert.All(printed, value => Assert.DoesNotContain("c0ffee", $"{value}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nSet-Cookie: x")]
    [InlineData("é")]
    public void Text_that_no_header_can_carry_is_not_a_token(string text)
    {
        Assert.False(AccessToken.TryParse(text, out _));
        Assert.False(RefreshToken.TryParse(text, out _));
    }

    [Fact]
    public void A_session_id_prints_as_a_hash_of_itself()
    {
        var id = SessionId.Create();

        Assert.DoesNotContain(id.Value, $"{id}", StringComparison.Ordinal);
        Assert.True(SessionId.TryParse(id.Value, out var parsed));
        Assert.Equal(id, parsed);
    }
}
