namespace AvayaCloud.Spaces;

/// <summary>What REST has of a space after a gap.</summary>
/// <param name="From">Where the gap begins, or a little before it.</param>
/// <param name="Found">In any order, some perhaps known already, some perhaps twice.</param>
/// <param name="WholeAfter">After this moment nothing that there is was left out; null: nothing is known of that.</param>
/// <param name="Trouble">Why the search ended early.</param>
internal sealed record LiveMissed(DateTimeOffset From, IReadOnlyList<Message> Found, DateTimeOffset? WholeAfter, SpacesTrouble? Trouble)
{
    private readonly HashSet<string> _ids = [.. Found.Select(it => it.Id)];
    private readonly HashSet<MessageCategory> _categories = [.. Found.Select(it => it.Category)];

    public static LiveMissed Nothing(DateTimeOffset from) => new(from, [], WholeAfter: null, Trouble: null);

    public bool Has(string id) => _ids.Contains(id);

    /// <summary>That byref lists every category is on no record: what it has none of, it may leave out [guess].</summary>
    public bool ShouldHave(MessageCategory category, DateTimeOffset? created) => created > WholeAfter && _categories.Contains(category);

    /// <summary>In the order in which it was said.</summary>
    public IEnumerable<Message> ChangedOrNew() =>
        Found.Where(it => it.Created >= From || it.Modified >= From).DistinctBy(it => it.Id).OrderBy(it => it.Created);
}
