using System.Globalization;

namespace SpacesPortal.EndToEndTests;

/// <summary>Two replicas over one database. The browser, to which a port is no other site, has one cookie for both.</summary>
public sealed class TwoReplicasPortal : PortalFixture
{
    private PostgresServer? _database;
    private PortalProcess? _second;
    private string _connection = "";

    public Uri SecondAddress => _second!.Address;

    protected override IEnumerable<(string Key, string Value)> Settings => [("ConnectionStrings:Portal", _connection)];

    public override async ValueTask InitializeAsync()
    {
        _database = await PostgresServer.StartAsync(TestContext.Current.CancellationToken);
        _connection = await _database.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await base.InitializeAsync();
        _second = await StartPortalAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_second is not null)
            await _second.DisposeAsync();
        await base.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class TwoReplicasTests(
    Chromium chromium, TwoReplicasPortal portal, ITestOutputHelper output) : BrowserTests<TwoReplicasPortal>(chromium, portal)
{
    [Fact]
    public async Task A_sign_out_in_one_tab_is_seen_in_the_others_on_either_replica()
    {
        var user = await SignInAsync("admin", "/profile");
        IPage[] others =
        [
            await OpenAsync(user, Portal.Address, "/spaces"),
            await OpenAsync(user, Portal.SecondAddress, "/profile"),
            await OpenAsync(user, Portal.SecondAddress, "/session"),
        ];

        await user.Account.Button.ClickAsync();
        var clicked = await user.Page.EvaluateAsync<double>("() => Date.now()");
        await user.Account.SignOut.ClickAsync();

        await user.ArriveAsync("/signed-out");
        foreach (var other in others)
        {
            await other.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/signed-out");
            await Expect(new NoticePage(other).Title).ToHaveTextAsync("You are signed out");
            // The bar is a second, with the click, the answer and the next page in it; for reading, not for failing.
            var seen = await other.EvaluateAsync<double>(
                "() => performance.timeOrigin + performance.getEntriesByType('navigation')[0].responseStart");
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{new Uri(other.Url).Port}: {seen - clicked:0} ms after the click"));
        }
    }

    private static async Task<IPage> OpenAsync(BrowserUser user, Uri replica, string address)
    {
        var page = await user.Context.NewPageAsync();
        var listens = page.WaitForWebSocketAsync(
            new() { Predicate = socket => socket.Url.Contains("/session/channel", StringComparison.Ordinal) });
        await page.GotoAsync(new Uri(replica, address).AbsoluteUri);
        await Expect(new AccountMenu(page).Button).ToContainTextAsync("Ada Admin");
        await listens;
        return page;
    }
}
