using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Refit.Tests;

internal interface IQueryApi
{
    [Get("/users")]
    Task List(QueryParams filter);

    [Get("/users")]
    Task Flattened([Query(".", "search")] QueryParams filter);

    [Get("/users")]
    Task Nested(NestedParams filter);

    [Get("/users")]
    Task Dictionary(IDictionary<string, object> filter);

    [Post("/statuses")]
    Task Posted([Query] QueryParams filter);

    [Get("/users")]
    Task Several(string? name, int? limit, bool? active, Guid? id, Kind? kind);

    [Get("/users")]
    Task Moment(DateTimeOffset at, [Query(Format = "yyyy-MM-ddTHH:mm:ssK")] DateTimeOffset since);

    [Get("/users")]
    Task Text([Query(TreatAsString = true)] QueryParams filter);
}

internal enum Kind
{
    Foo,

    [EnumMember(Value = "bar")]
    Bar,
}

internal sealed class QueryParams
{
    [AliasAs("order")]
    public string? SortOrder { get; set; }

    public int Limit { get; set; } = 10;

    public Kind Kind { get; set; } = Kind.Bar;

    [IgnoreDataMember]
    public string Secret { get; set; } = "secret";

    [JsonIgnore]
    public string Hidden { get; set; } = "hidden";

    public string WriteOnly { private get; set; } = "write only";

    public override string ToString() => $"{WriteOnly} text";
}

internal sealed record NestedParams(AddressParams Address, [property: Query(Format = "00.00")] double Ratio);

internal sealed record AddressParams([property: JsonPropertyName("post_code")] string Zip, int? Number);

public sealed class Querystrings : WithServer
{
    private IQueryApi Api => Server.Client<IQueryApi>();

    [Fact]
    public async Task If_you_specify_an_object_as_a_query_parameter_all_public_properties_which_are_not_null_are_used_as_query_parameters()
    {
        await Api.List(new QueryParams { SortOrder = "desc" });
        Assert.Equal("/users?order=desc&Limit=10&Kind=bar", Last.Target);
        await Api.List(new QueryParams { Kind = Kind.Foo });
        Assert.Equal("/users?Limit=10&Kind=Foo", Last.Target);
    }

    [Fact]
    public async Task You_can_specify_values_for_the_Delimiter_and_the_Prefix_which_are_used_to_flatten_the_object()
    {
        await Api.Flattened(new QueryParams { SortOrder = "desc" });
        Assert.Equal("/users?search.order=desc&search.Limit=10&search.Kind=bar", Last.Target);
    }

    [Fact]
    public async Task An_object_inside_is_flattened_by_its_property_names_whatever_the_serializer_calls_them()
    {
        await Api.Nested(new NestedParams(new AddressParams("1010", Number: null), 0.5));
        Assert.Equal("/users?Address.Zip=1010&Ratio=00.50", Last.Target);
    }

    [Fact]
    public async Task A_similar_behavior_exists_if_using_a_Dictionary()
    {
        await Api.Dictionary(new Dictionary<string, object> { ["order"] = "desc", ["kind"] = Kind.Bar, ["inner"] = new AddressParams("1", 2) });
        Assert.Equal("/users?order=desc&kind=bar&inner.Zip=1&inner.Number=2", Last.Target);
    }

    [Fact]
    public async Task You_can_also_specify_querystring_parameters_with_Query_and_have_them_flattened_in_non_GET_requests()
    {
        await Api.Posted(new QueryParams());
        Assert.Equal(("/statuses?Limit=10&Kind=bar", string.Empty), (Last.Target, Last.Body));
    }

    [Fact]
    public async Task Mark_internal_only_properties_with_an_ignore_attribute_and_Refit_will_skip_them()
    {
        await Api.List(new QueryParams());
        Assert.DoesNotContain("ecret", Last.Target, StringComparison.Ordinal);
        Assert.DoesNotContain("idden", Last.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_parameters_are_left_out()
    {
        await Api.Several(name: null, limit: null, active: null, id: null, kind: null);
        Assert.Equal("/users", Last.Target);
        await Api.Several(string.Empty, 0, active: false, Guid.Empty, Kind.Bar);
        Assert.Equal("/users?name=&limit=0&active=False&id=00000000-0000-0000-0000-000000000000&kind=bar", Last.Target);
    }

    [Fact]
    public async Task Values_are_written_in_the_invariant_culture_or_in_the_format_of_the_Query_attribute()
    {
        var at = new DateTimeOffset(2026, 11, 22, 8, 5, 0, TimeSpan.FromHours(1));
        await Api.Moment(at, at);
        Assert.Equal("/users?at=11%2F22%2F2026%2008%3A05%3A00%20%2B01%3A00&since=2026-11-22T08%3A05%3A00%2B01%3A00", Last.Target);
    }

    [Fact]
    public async Task TreatAsString_uses_ToString_instead_of_the_properties()
    {
        await Api.Text(new QueryParams());
        Assert.Equal("/users?filter=write%20only%20text", Last.Target);
    }
}
