using System.Net;

namespace SpacesPortal.ClusterTests;

public sealed class HotPathTests(SharedPostgresServer database)
{
    // Pending revocations are polled every few seconds, also without requests.
    private const string AskedSince =
        """
        select count(*) from pg_stat_activity
        where datname = current_database() and application_name like 'SpacesPortal %' and query_start > '{0}' and query not like '%spaces_portal.revocations%'
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_requests_when_nothing_is_due_ask_neither_Avaya_Cloud_nor_the_database()
    {
        await using var cluster = await Cluster.StartAsync(database.Server);
        using var browser = await cluster.SignInAsync();
        var visitors = cluster.Replicas.Select(replica => cluster.At(replica, browser)).ToList();
        cluster.Avaya.Log.Clear();

        // The first request on a replica reads the session from the store, and adds it to the user's list in the background.
        await Eventually.TrueAsync(async () =>
        {
            var begun = await cluster.QueryAsync<string>("select clock_timestamp()::text");
            foreach (var visitor in Enumerable.Repeat(visitors, 100).SelectMany(both => both))
                Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/me")).StatusCode);
            return await cluster.QueryAsync<long>(AskedSince.Replace("{0}", begun, StringComparison.Ordinal)) == 0;
        }, Stop);

        Assert.Empty(cluster.Avaya.Log.Requests);
        visitors.ForEach(visitor => visitor.Dispose());
    }
}
