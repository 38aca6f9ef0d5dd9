namespace AvayaCloud.Sandbox.Spaces;

/// <summary>
/// Which spaces a list asks for [docs D/api/users/users_me_spaces]. Unknown values are ignored, empty ones are none at all.
/// </summary>
internal sealed class SpaceFilter
{
    private readonly HashSet<SpaceKind> _kinds;
    private readonly SpaceStatus? _status;
    private readonly bool _pinned;
    private readonly bool _deleted;
    private readonly DateTimeOffset? _after;
    private readonly Func<string, bool> _search;

    public SpaceFilter(ApiCall call)
    {
        var query = call.Request.Query;
        _kinds = Kinds(Value(query, "topictype"));
        // Normal ones when nothing is said [guess].
        _status = Value(query, "topicstatus") switch { "all" => null, "1" => SpaceStatus.Archived, _ => SpaceStatus.Normal };
        // A recorded client sends filtertype twice and empty [repo LT k6/src/join.js].
        _pinned = query["filtertype"].Contains("pinned", StringComparer.OrdinalIgnoreCase);
        _deleted = Value(query, "includedeleted") is "true" or "1";
        _after = After(Value(query, "after"));
        _search = call.Search();
    }

    public bool Takes(MySpace it) =>
        _kinds.Contains(it.Space.Kind)
        && (it.Space.Status == SpaceStatus.Deleted ? _deleted : _status is null || it.Space.Status == _status)
        && (!_pinned || it.Own.IsPinned)
        && (_after is null || it.Space.Modified > _after)
        && _search(it.Title);

    private static string? Value(IQueryCollection query, string name) => query[name].LastOrDefault();

    private static HashSet<SpaceKind> Kinds(string? text)
    {
        HashSet<SpaceKind> kinds = [];
        foreach (var name in (text ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            kinds.UnionWith(name switch
            {
                // "all" leaves personal rooms out [docs same].
                "all" => [SpaceKind.Group, SpaceKind.Direct],
                "group" => [SpaceKind.Group],
                "direct" => [SpaceKind.Direct],
                "personal" => [SpaceKind.Personal],
                _ => Array.Empty<SpaceKind>(),
            });
        }

        return kinds.Count > 0 ? kinds : [SpaceKind.Group];
    }

    private static DateTimeOffset? After(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
