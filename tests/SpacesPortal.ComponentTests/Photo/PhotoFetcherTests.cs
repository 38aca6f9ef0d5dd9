using AvayaCloud.Spaces;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SpacesPortal.Profile;

namespace SpacesPortal.ComponentTests.Photo;

public sealed class PhotoFetcherTests
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    [InlineData("image/gif")]
    [InlineData("image/webp")]
    public async Task A_picture_has_its_content_type_and_no_credential_is_sent(string kind)
    {
        await using var server = await PictureServer.StartAsync(Picture(kind, 100), Token);
        var photo = await FetchAsync(server.Address, server.Address);

        Assert.Equal(100, photo!.Bytes.Length);
        Assert.Equal(kind, photo.ContentType);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData("image/jpg", "image/jpeg")]
    [InlineData("image/pjpeg", "image/jpeg")]
    [InlineData("image/x-png", "image/png")]
    [InlineData("IMAGE/JPG", "image/jpeg")]
    [InlineData("image/jpg; charset=binary", "image/jpeg")]
    public async Task An_old_name_of_a_kind_redirects_to_its_current_name(string kind, string proper)
    {
        await using var server = await PictureServer.StartAsync(Picture(kind, 100), Token);

        Assert.Equal(proper, (await FetchAsync(server.Address, server.Address))?.ContentType);
    }

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task A_format_that_can_contain_scripts_is_not_a_picture(string? kind)
    {
        await using var server = await PictureServer.StartAsync(Picture(kind, 100), Token);

        Assert.Null(await FetchAsync(server.Address, server.Address));
    }

    [Theory]
    [InlineData(Megabyte, true)]
    [InlineData(Megabyte + 1, false)]
    public async Task One_megabyte_is_the_limit_whether_announced_or_not(int length, bool comes)
    {
        await using var announced = await PictureServer.StartAsync(Picture("image/png", length, announce: true), Token);
        await using var silent = await PictureServer.StartAsync(Picture("image/png", length), Token);

        Assert.Equal(comes, await FetchAsync(announced.Address, announced.Address) is not null);
        Assert.Equal(comes, await FetchAsync(silent.Address, silent.Address) is not null);
    }

    [Fact]
    public async Task An_internal_host_is_not_called()
    {
        await using var server = await PictureServer.StartAsync(Picture("image/png", 100), Token);

        Assert.Null(await FetchAsync(server.Address, avaya: new Uri("https://spacesapis.avayacloud.com/api")));
        Assert.Null(await FetchAsync(new Uri($"http://localhost:{server.Address.Port}/"), avaya: server.Address));
    }

    [Fact]
    public async Task A_redirect_does_not_reach_an_internal_host_either()
    {
        await using var inside = await PictureServer.StartAsync(Picture("image/png", 100), Token);
        await using var trusted = await PictureServer.StartAsync(
            context =>
            {
                context.Response.Redirect(inside.Address.AbsoluteUri);
                return Task.CompletedTask;
            },
            Token);

        Assert.Null(await FetchAsync(trusted.Address, trusted.Address));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://pictures.example/a.png")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative.png")]
    [InlineData("//pictures.example/a.png")]
    [InlineData("not an address")]
    public async Task Only_web_addresses_are_requested(string address)
    {
        using var transport = new PhotoTransport(Options.Create(new SpacesApiOptions()));

        Assert.Null(await new PhotoFetcher(transport, NullLogger<PhotoFetcher>.Instance).FetchAsync(address, Token));
    }

    [Fact]
    public async Task A_cut_response_leaves_the_initials()
    {
        await using var server = await PictureServer.StartAsync(
            async context =>
            {
                context.Response.ContentType = "image/png";
                context.Response.ContentLength = 1000;
                await context.Response.Body.WriteAsync(new byte[10], Token);
                context.Abort();
            },
            Token);

        Assert.Null(await FetchAsync(server.Address, server.Address));
    }

    private static async Task<Profile.Photo?> FetchAsync(Uri picture, Uri avaya)
    {
        using var transport = new PhotoTransport(Options.Create(new SpacesApiOptions { BaseUrl = avaya }));
        return await new PhotoFetcher(transport, NullLogger<PhotoFetcher>.Instance).FetchAsync(picture.AbsoluteUri, Token);
    }

    private static RequestDelegate Picture(string? kind, int length, bool announce = false) => async context =>
    {
        context.Response.ContentType = kind;
        if (announce)
            context.Response.ContentLength = length;
        await context.Response.Body.WriteAsync(new byte[length], Token);
    };
}
