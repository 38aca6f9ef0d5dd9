namespace AvayaCloud.Spaces.Tests.ServiceApps.Scopes;

/// <summary>
/// The guide's scope table [seed 3], each of its nineteen rows, called by the client at the sandbox, which checks tokens and scopes itself.
/// </summary>
public sealed class ScopeTableTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Rows => [.. Enumerable.Range(1, ScopeRow.All.Count)];

    public static TheoryData<int> RowsOfAdmins => [.. Rows.Select(it => it.Data).Where(it => Row(it).NeedsAdmin)];

    [Fact]
    public void It_has_nineteen_rows_each_with_a_scope_of_its_own() =>
        Assert.Equal(19, ScopeRow.All.DistinctBy(it => it.Scope).Count());

    [Theory, MemberData(nameof(Rows))]
    public async Task With_only_its_scope_a_service_app_may_call(int row)
    {
        await using var scene = await ScopeScene.OfAppAsync(SpaceRole.Admin, Row(row).Scope);

        Assert.Null((await Row(row).Call(scene, Cancellation)).Error);
        Assert.Equal(Row(row).Wire, scene.LastCall);
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task With_every_other_scope_it_is_forbidden_and_names_the_missing_one(int row)
    {
        await using var scene = await ScopeScene.OfAppAsync(
            SpaceRole.Admin, [.. ScopeRow.All.Select(it => it.Scope).Where(it => it != Row(row).Scope)]);

        var error = (await Row(row).Call(scene, Cancellation)).Error;

        var message = $"The service app does not have the scope {Row(row).Scope}.";
        // The socket's errors have a message only.
        var cause = Row(row).Scope == "spaces.websocket" ? null : "scope.missing";
        Assert.Equal(new SpacesError(SpacesErrorKind.Forbidden, Message: message) { Cause = cause }, error);
        Assert.Equal(Row(row).Wire, scene.LastCall);
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Users_need_no_scope_and_cannot_call_what_is_for_service_apps(int row)
    {
        await using var scene = await ScopeScene.OfPersonAsync();

        var result = await Row(row).Call(scene, Cancellation);

        Assert.Equal(Row(row).IsForPeople ? null : SpacesErrorKind.Forbidden, result.Error?.Kind);
    }

    [Theory, MemberData(nameof(RowsOfAdmins))]
    public async Task Where_the_guide_says_admin_a_member_s_scope_is_not_enough(int row)
    {
        await using var scene = await ScopeScene.OfAppAsync(SpaceRole.Member, Row(row).Scope);

        Assert.Equal(SpacesErrorKind.Forbidden, (await Row(row).Call(scene, Cancellation)).Error?.Kind);
    }

    private static ScopeRow Row(int number) => ScopeRow.All[number - 1];
}
