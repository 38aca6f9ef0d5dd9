using System.Globalization;
using AvayaCloud.Spaces;
using SpacesPortal.Spaces;

namespace SpacesPortal.Tests.Spaces;

public sealed class SpaceSelectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static readonly Space[] Spaces =
    [
        New("Room 10", SpaceKind.Group, SpaceRole.Guest, description: "Café in Malmö"),
        New("room 2", SpaceKind.Group, SpaceRole.Admin, pinned: true),
        New("Ångström", SpaceKind.Direct, SpaceRole.Member),
        New("My room", SpaceKind.Personal, SpaceRole.Admin),
        New("Old room", SpaceKind.Group, SpaceRole.Admin, archived: true, pinned: true),
        New(null, SpaceKind.Unknown, SpaceRole.Unknown),
        New("Zürich", SpaceKind.Group, SpaceRole.Member, pinned: true),
    ];

    [Theory]
    [InlineData(null, "Room 10, room 2, Ångström, My room, –, Zürich")]
    [InlineData("  ", "Room 10, room 2, Ångström, My room, –, Zürich")]
    [InlineData("ROOM", "Room 10, room 2, My room")]
    [InlineData("room 2", "room 2")]
    [InlineData("2 room", "room 2")]
    [InlineData("angstrom", "Ångström")]
    [InlineData("zurich", "Zürich")]
    [InlineData("cafe malmo", "Room 10")]
    [InlineData(".*", "")]
    [InlineData("(", "")]
    public void Every_word_must_be_found_whatever_its_case_and_accents(string? search, string expected) =>
        Assert.Equal(expected, Titles(new SpaceFilter(search)));

    [Theory]
    [InlineData(SpaceKindFilter.Group, false, false, "Room 10, room 2, Zürich")]
    [InlineData(SpaceKindFilter.Direct, false, false, "Ångström")]
    [InlineData(SpaceKindFilter.Personal, false, false, "My room")]
    [InlineData(SpaceKindFilter.All, true, false, "room 2, Zürich")]
    [InlineData(SpaceKindFilter.All, false, true, "Old room")]
    [InlineData(SpaceKindFilter.Direct, false, true, "")]
    public void Kind_pin_and_archive_filter(SpaceKindFilter kind, bool pinned, bool archived, string expected) =>
        Assert.Equal(expected, Titles(new SpaceFilter(Kind: kind, PinnedOnly: pinned, Archived: archived)));

    [Theory]
    [InlineData(SpaceSort.Recent, true, "en-US", "Room 10, room 2, Ångström, My room, –, Zürich")]
    [InlineData(SpaceSort.Recent, false, "en-US", "Zürich, –, My room, Ångström, room 2, Room 10")]
    [InlineData(SpaceSort.Title, false, "en-US", "–, Ångström, My room, room 2, Room 10, Zürich")]
    [InlineData(SpaceSort.Title, false, "sv-SE", "–, My room, room 2, Room 10, Zürich, Ångström")]
    [InlineData(SpaceSort.Title, true, "en-US", "Zürich, Room 10, room 2, My room, Ångström, –")]
    [InlineData(SpaceSort.Role, true, "en-US", "room 2, My room, Ångström, Zürich, Room 10, –")]
    public void Order_is_that_of_Avaya_or_of_the_users_language(SpaceSort sort, bool descending, string culture, string expected) =>
        Assert.Equal(expected, Titles(new SpaceFilter(Sort: sort, Descending: descending), culture));

    [Theory]
    [InlineData(1, 4, 4)]
    [InlineData(2, 4, 2)]
    [InlineData(3, 4, 0)]
    [InlineData(0, 4, 4)]
    [InlineData(-7, 4, 4)]
    [InlineData(int.MaxValue, int.MaxValue, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, int.MaxValue, 6)]
    public void Pages_of_any_number_and_size_are_within_bounds(int page, int size, int rows)
    {
        var listing = Select(new SpaceFilter(Page: page, Size: size));

        Assert.Equal((rows, 6, 6), (listing.Rows.Count, listing.Matching, listing.Found));
    }

    [Theory]
    [InlineData(null, SpaceKindFilter.All, false, false, 6, 6)]
    [InlineData("room", SpaceKindFilter.All, false, false, 3, 6)]
    [InlineData("nothing", SpaceKindFilter.All, false, false, 0, 6)]
    [InlineData(null, SpaceKindFilter.Group, true, false, 2, 6)]
    [InlineData(null, SpaceKindFilter.All, false, true, 1, 1)]
    [InlineData("zurich", SpaceKindFilter.All, false, true, 0, 1)]
    public void Matches_are_counted_among_the_spaces_that_the_list_shows_without_a_search(
        string? search, SpaceKindFilter kind, bool pinned, bool archived, int matching, int found)
    {
        var listing = Select(new SpaceFilter(search, kind, pinned, archived));

        Assert.Equal((matching, found), (listing.Matching, listing.Found));
    }

    private static SpaceListing Select(SpaceFilter filter, string culture = "en-US") =>
        SpaceSelection.Of(new SpaceSnapshot(Spaces, Now, Complete: true), filter, CultureInfo.GetCultureInfo(culture));

    private static string Titles(SpaceFilter filter, string culture = "en-US") =>
        string.Join(", ", Select(filter, culture).Rows.Select(space => space.Title ?? "–"));

    private static Space New(
        string? title, SpaceKind kind, SpaceRole role, bool archived = false, bool pinned = false, string? description = null) =>
        new()
        {
            Id = title ?? "none",
            Title = title,
            Description = description,
            Kind = kind,
            Role = role,
            IsArchived = archived,
            IsPinned = pinned,
        };
}
