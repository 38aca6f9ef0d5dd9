namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The filters of a list of spaces [docs D/api/users/users_me_spaces]. Unknown and empty values are ignored.</summary>
internal sealed class SpaceFilter(ApiCall call)
{
    private readonly HashSet<SpaceKind> _kinds = ParseKinds(call.Query("topictype") ?? "");

    // Without a value, the normal spaces [guess].
    private readonly SpaceStatus? _status = call.Query("topicstatus") switch
    {
        "all" => null,
        "1" => SpaceStatus.Archived,
        _ => SpaceStatus.Normal,
    };

    // A recorded client sends filtertype twice and empty [repo LT k6/src/join.js].
    private readonly bool _isPinned = call.Request.Query["filtertype"].Contains("pinned", StringComparer.OrdinalIgnoreCase);

    private readonly bool _includesDeleted = call.QueryFlag("includedeleted");
    private readonly DateTimeOffset? _after = call.QueryTime("after");
    private readonly Func<string, bool> _search = call.QuerySearch();

    public bool Matches(Membership it) =>
        _kinds.Contains(it.Space.Kind)
        && (it.Space.Status == SpaceStatus.Deleted ? _includesDeleted : _status is null || it.Space.Status == _status)
        && (!_isPinned || it.Member.IsPinned)
        && (_after is null || it.Space.Modified > _after)
        && _search(it.Title);

    private static HashSet<SpaceKind> ParseKinds(string text)
    {
        HashSet<SpaceKind> kinds = [];
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            kinds.UnionWith(name switch
            {
                // "all" does not include personal rooms [docs same].
                "all" => [SpaceKind.Group, SpaceKind.Direct],
                "group" => [SpaceKind.Group],
                "direct" => [SpaceKind.Direct],
                "personal" => [SpaceKind.Personal],
                _ => Array.Empty<SpaceKind>(),
            });
        }

        return kinds.Count > 0 ? kinds : [SpaceKind.Group];
    }
}
