using SpacesPortal.Profile;

namespace SpacesPortal.ComponentTests.Photo;

public sealed class PhotoAddressTests
{
    [Fact]
    public void Two_users_never_share_an_address_even_for_the_same_picture() =>
        Assert.NotEqual(PhotoAddress.Of("ada", "https://p.example/1.png"), PhotoAddress.Of("grace", "https://p.example/1.png"));

    [Fact]
    public void A_new_picture_has_a_new_address_and_an_old_one_keeps_its_own()
    {
        Assert.NotEqual(PhotoAddress.Of("ada", "https://p.example/1.png"), PhotoAddress.Of("ada", "https://p.example/2.png"));
        Assert.Equal(PhotoAddress.Of("ada", "https://p.example/1.png"), PhotoAddress.Of("ada", "https://p.example/1.png"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no address")]
    [InlineData("javascript:alert(1)//")]
    [InlineData("file:///etc/passwd")]
    public void Without_a_picture_to_fetch_there_is_no_address(string? picture) => Assert.Null(PhotoAddress.Of("ada", picture));
}
