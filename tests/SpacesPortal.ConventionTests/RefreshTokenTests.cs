using System.Text.RegularExpressions;

namespace SpacesPortal.ConventionTests;

public sealed class RefreshTokenTests
{
    [Theory]
    [InlineData("RefreshToken")]
    [InlineData("TokenSet")]
    public void No_page_and_no_other_app_can_get_a_refresh_token(string type) =>
        Assert.DoesNotContain(
            TrackedFiles.Read("src/AvayaCloud.Identity/PublicAPI.Unshipped.txt").Split('\n'),
            line => Regex.IsMatch(line, $@"\b{type}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
}
