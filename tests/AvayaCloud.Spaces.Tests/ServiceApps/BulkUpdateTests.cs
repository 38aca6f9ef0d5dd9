using AvayaCloud.Spaces.Tests.EndToEnd;
using AvayaCloud.Spaces.Tests.ServiceApps.Scopes;

namespace AvayaCloud.Spaces.Tests.ServiceApps;

/// <summary>
/// Accounts in bulk [wire 4.7]: what Avaya would refuse is not sent, and each operation has its own result.
/// </summary>
public sealed class BulkUpdateTests : IAsyncLifetime
{
    private const string New = "new.one@example.com";

    private ScopeScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, BulkOperation> Mistakes => new()
    {
        { "address", BulkOperation.Read("nobody") },
        { "address", BulkOperation.Read("a@b@c") },
        { "password", BulkOperation.Create(New, "abc") },
        { "password", BulkOperation.Create(New, new string('x', 201)) },
        { "needs a password", BulkOperation.Create(New, null!) },
        { "380", BulkOperation.Update(New) with { GivenName = new string('a', 200), FamilyName = new string('b', 181) } },
        { "character", BulkOperation.Update(New) with { FamilyName = "<b>" } },
        { "plus", BulkOperation.Update(New) with { MobilePhone = "0155" } },
        { "plus", BulkOperation.Update(New) with { WorkPhone = "0155" } },
        { "license", BulkOperation.Update(New) with { License = "spaces_gold" } },
    };

    public async ValueTask InitializeAsync() =>
        _scene = await ScopeScene.OfAppAsync(SpaceRole.Member, "accounts.users.bulk.write", "users.search.bulk");

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Each_operation_has_a_result_of_its_own()
    {
        var results = await RunAsync(
            BulkOperation.Create(New, "s3cret") with
            {
                GivenName = "New",
                FamilyName = "One",
                MobilePhone = "+155501",
                License = "spaces_power",
                Language = "fr",
            },
            BulkOperation.Create(New, "s3cret"),
            BulkOperation.Read(New),
            BulkOperation.Update(New) with { FamilyName = "Two", License = "" },
            BulkOperation.Merge("other.one@example.com"),
            BulkOperation.Merge(New) with { GivenName = "Newer" },
            BulkOperation.Delete("other.one@example.com"),
            BulkOperation.Read("other.one@example.com"),
            BulkOperation.Read("gil.guest@partner.example"),
            BulkOperation.Update("stranger@elsewhere.example"));

        Assert.Equal([200, 409, 200, 200, 200, 200, 200, 404, 403, 403], results.Select(it => it.Status!.Value));
        Assert.Equal(
            ["create", "create", "read", "update", "merge", "merge", "delete", "read", "read", "update"], results.Select(it => it.Action));
        Assert.Equal(
            ("New One", "New Two", "Newer Two"),
            (results[2].User!.DisplayName, results[3].User!.DisplayName, results[5].User!.DisplayName));
        Assert.All(results, it => Assert.Equal(it.IsDone, it.Message is null));
        Assert.Equal(
            "Newer Two",
            Assert.Single(
                await _scene.Client.Users.FindColleaguesAsync([New, "other.one@example.com"], Cancellation).ValueAsync()).DisplayName);
    }

    [Fact]
    public async Task Without_names_the_email_address_is_the_name()
    {
        var result = Assert.Single(await RunAsync(BulkOperation.Create(New, "s3cret")));

        Assert.Equal(New, result.User!.DisplayName);
    }

    [Theory, MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task Invalid_input_is_not_sent(string said, BulkOperation operation)
    {
        var outcome = await _scene.Client.Users.BulkUpdateAsync([BulkOperation.Read(ScopeScene.Ada), operation], Cancellation);

        var rejected = outcome.Error!;
        Assert.Equal(SpacesErrorKind.Rejected, rejected.Kind);
        Assert.StartsWith("Operation 2:", rejected.Message, StringComparison.Ordinal);
        Assert.Contains(said, rejected.Message, StringComparison.Ordinal);
        Assert.NotEqual("POST /api/users/bulkupdate", _scene.LastCall);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task Nor_is_an_empty_one_or_one_of_more_than_ten(int count)
    {
        var operations = Enumerable.Range(0, count).Select(it => BulkOperation.Read($"a{it}@example.com"));

        Assert.Equal(SpacesErrorKind.Rejected, (await _scene.Client.Users.BulkUpdateAsync(operations, Cancellation)).Error?.Kind);
        Assert.NotEqual("POST /api/users/bulkupdate", _scene.LastCall);
    }

    [Fact]
    public void A_password_appears_in_no_text() =>
        Assert.DoesNotContain("s3cret", $"{BulkOperation.Create(New, "s3cret")}", StringComparison.Ordinal);

    private async Task<IReadOnlyList<BulkResult>> RunAsync(params BulkOperation[] operations) =>
        await _scene.Client.Users.BulkUpdateAsync(operations, Cancellation).ValueAsync();
}
