using System.Reflection;

namespace Refit.Tests;

internal interface IFormatsApi
{
    [Get("/users")]
    Task Multi([Query(CollectionFormat.Multi)] int[] ages);

    [Get("/users")]
    Task Optional([Query(CollectionFormat.Multi)] string?[] ages);

    [Get("/users")]
    Task Csv([Query(CollectionFormat.Csv)] int[] ages);

    [Get("/users")]
    Task Ssv([Query(CollectionFormat.Ssv)] IReadOnlyList<string> ages);

    [Get("/users")]
    Task Pipes([Query(CollectionFormat.Pipes)] IReadOnlyList<string> ages);

    [Get("/users")]
    Task Plain(IEnumerable<int> ages);

    [Get("/users")]
    Task Inside(Ages filter);

    [Get("/group/{day}/users")]
    Task Named(DateTime day, [Query] KeyParams filter);

    [Get("/users")]
    Task Keys(Dictionary<string, int> filter);
}

internal sealed record Ages([property: Query(CollectionFormat.Multi)] IReadOnlyList<int> Old, IReadOnlyList<int> Young);

internal sealed record KeyParams(string SortOrder, [property: AliasAs("queryLimit")] int Limit);

internal sealed class UpperCase : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) =>
        value is DateTime day ? $"{day:yyyyMMdd}" : value?.ToString()?.ToUpperInvariant();
}

public sealed class QueryFormats : WithServer
{
    private static readonly int[] Three = [10, 20, 30];

    private IFormatsApi Api => Server.Client<IFormatsApi>();

    [Fact]
    public async Task Use_the_Query_attribute_to_specify_format_in_which_collections_should_be_formatted_in_query_string()
    {
        await Api.Multi(Three);
        Assert.Equal("/users?ages=10&ages=20&ages=30", Last.Target);
        await Api.Csv(Three);
        Assert.Equal("/users?ages=10%2C20%2C30", Last.Target);
        await Api.Ssv(["a", "b"]);
        Assert.Equal("/users?ages=a%20b", Last.Target);
        await Api.Pipes(["a", "b"]);
        Assert.Equal("/users?ages=a%7Cb", Last.Target);
        await Api.Plain(Three);
        Assert.Equal("/users?ages=10%2C20%2C30", Last.Target);
    }

    [Fact]
    public async Task You_can_also_specify_collection_format_in_RefitSettings_that_will_be_used_by_default_unless_explicitly_defined_in_Query_attribute()
    {
        var api = Server.Client<IFormatsApi>(new RefitSettings { CollectionFormat = CollectionFormat.Multi });
        await api.Plain(Three);
        Assert.Equal("/users?ages=10&ages=20&ages=30", Last.Target);
        await api.Csv(Three);
        Assert.Equal("/users?ages=10%2C20%2C30", Last.Target);
    }

    [Fact]
    public async Task A_collection_inside_an_object_follows_the_Query_attribute_of_its_property()
    {
        await Api.Inside(new Ages([1, 2], [3, 4]));
        Assert.Equal("/users?Old=1&Old=2&Young=3%2C4", Last.Target);
    }

    [Fact]
    public async Task An_empty_collection_is_an_empty_value_and_with_Multi_nothing()
    {
        await Api.Plain([]);
        Assert.Equal("/users?ages=", Last.Target);
        await Api.Multi([]);
        Assert.Equal("/users", Last.Target);
    }

    [Fact]
    public async Task A_null_in_a_collection_is_left_out_with_Multi()
    {
        await Api.Optional(["1", null, "3"]);
        Assert.Equal("/users?ages=1&ages=3", Last.Target);
    }

    [Fact]
    public async Task By_default_Refit_uses_the_property_name_as_the_query_key_without_any_additional_formatting()
    {
        await Api.Named(default, new KeyParams("desc", 10));
        Assert.EndsWith("?SortOrder=desc&queryLimit=10", Last.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_AliasAs_attribute_always_takes_the_top_priority_over_a_key_formatter()
    {
        var settings = new RefitSettings { UrlParameterKeyFormatter = new CamelCaseUrlParameterKeyFormatter() };
        await Server.Client<IFormatsApi>(settings).Named(default, new KeyParams("desc", 10));
        Assert.EndsWith("?sortOrder=desc&queryLimit=10", Last.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_UrlParameterFormatter_allows_you_to_customize_how_parameter_values_are_formatted_in_the_URL()
    {
        await Server.Client<IFormatsApi>(new RefitSettings { UrlParameterFormatter = new UpperCase() })
            .Named(new DateTime(2026, 11, 22), new KeyParams("desc", 10));
        Assert.Equal("/group/20261122/users?SortOrder=DESC&queryLimit=10", Last.Target);
    }

    [Fact]
    public async Task When_dealing_with_dictionaries_keys_are_treated_as_values()
    {
        await Server.Client<IFormatsApi>(new RefitSettings { UrlParameterFormatter = new UpperCase() })
            .Keys(new Dictionary<string, int> { ["size"] = 5 });
        Assert.Equal("/users?SIZE=5", Last.Target);
    }
}
