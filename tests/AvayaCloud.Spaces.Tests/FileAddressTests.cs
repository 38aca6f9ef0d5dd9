using Microsoft.AspNetCore.Http;

namespace AvayaCloud.Spaces.Tests;

/// <summary>The API returns where a file is stored; that host gets only the bytes.</summary>
public sealed class FileAddressTests : IAsyncLifetime
{
    private FakeApi _api = null!;
    private FakeApi _elsewhere = null!;

    public async ValueTask InitializeAsync() => (_api, _elsewhere) = (await FakeApi.StartAsync(), await FakeApi.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task Another_host_gets_the_bytes_and_never_the_token()
    {
        Address(new Uri(_elsewhere.Origin, "/bucket/a?signature=s").AbsoluteUri);
        await using var host = new ClientHost(_api.BaseUrl);

        Assert.IsType<SpacesOutcome<UploadedFile>.Ok>(await UploadAsync(host));
        using var download = Assert.IsType<SpacesOutcome<FileDownload>.Ok>(
            await host.Client.Files.DownloadAsync("k", TestContext.Current.CancellationToken)).Value;

        Assert.Equal(["hi", ""], _elsewhere.Seen.Select(it => it.Body));
        Assert.All(_elsewhere.Seen, it => Assert.Empty(it.Authorization));
        Assert.All(_api.Seen, it => Assert.NotEmpty(it.Authorization));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/a")]
    [InlineData("/storage?key=k")]
    [InlineData("http://me:pw@127.0.0.1/a")]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Anything_but_a_web_address_is_an_invalid_response(string address)
    {
        Address(address);
        await using var host = new ClientHost(_api.BaseUrl);

        Assert.Equal(SpacesErrorKind.InvalidResponse, (await UploadAsync(host)).Error?.Kind);
        Assert.Equal(
            SpacesErrorKind.InvalidResponse,
            (await host.Client.Files.DownloadAsync("k", TestContext.Current.CancellationToken)).Error?.Kind);
    }

    [Fact]
    public async Task A_redirect_of_the_storage_is_not_followed()
    {
        Address(new Uri(_elsewhere.Origin, "/bucket").AbsoluteUri);
        _elsewhere.Answer = (context, _) =>
        {
            context.Response.Redirect(_api.BaseUrl.AbsoluteUri);
            return Task.CompletedTask;
        };
        await using var host = new ClientHost(_api.BaseUrl);

        Assert.Equal(SpacesErrorKind.InvalidResponse, (await UploadAsync(host)).Error?.Kind);
        Assert.Single(_api.Seen);
    }

    [Theory]
    [InlineData(403, SpacesErrorKind.Forbidden)]
    [InlineData(404, SpacesErrorKind.NotFound)]
    [InlineData(503, SpacesErrorKind.Unavailable)]
    public async Task The_status_of_the_storage_is_the_outcome(int status, SpacesErrorKind kind)
    {
        Address(new Uri(_elsewhere.Origin, "/bucket").AbsoluteUri);
        _elsewhere.Answer = (context, _) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("<Error>no</Error>");
        };
        await using var host = new ClientHost(_api.BaseUrl);

        Assert.Equal(kind, (await UploadAsync(host)).Error!.Kind);
        Assert.Equal(kind, (await host.Client.Files.DownloadAsync("k", TestContext.Current.CancellationToken)).Error!.Kind);
    }

    private void Address(string url) =>
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, $$"""{"data":[{"fileKey":"k","url":"{{url}}"}]}""");

    private static Task<SpacesOutcome<UploadedFile>> UploadAsync(ClientHost host) =>
        host.Client.Files.UploadAsync(
            "a.txt", "text/plain", 2, new MemoryStream("hi"u8.ToArray()), TestContext.Current.CancellationToken);
}
