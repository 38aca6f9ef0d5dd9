using AvayaCloud.Identity.Postgres.Tests.Infrastructure;
using Microsoft.AspNetCore.DataProtection;

namespace AvayaCloud.Identity.Postgres.Tests;

public sealed class KeyRingTests(SharedPostgresServer shared) : DatabaseTest(shared)
{
    [Fact]
    public async Task What_one_replica_protects_the_other_reads()
    {
        var (one, other) = (await ReplicaAsync(), await ReplicaAsync());
        var cookie = Protector(one).Protect("a cookie");
        Assert.Equal("a cookie", Protector(other).Unprotect(cookie));
        Assert.Equal("a cookie", Protector(await ReplicaAsync()).Unprotect(cookie));
    }

    [Fact]
    public async Task Replicas_that_need_the_first_key_at_once_create_one()
    {
        // A host looks for a key while it starts, on the thread that starts it.
        var replicas = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ReplicaAsync(), Cancellation)));
        Assert.All(replicas, replica => Protector(replica).Protect("anything"));
        Assert.Equal(1, await QueryAsync<long>("select count(*) from spaces_portal.keys"));
    }

    private static IDataProtector Protector(SessionStoreHost replica) => replica.Get<IDataProtectionProvider>().CreateProtector("test");
}
