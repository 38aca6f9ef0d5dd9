using System.Text;
using System.Text.Json.Serialization;

namespace Refit.Tests;

internal interface IBodyApi
{
    [Post("/users/new")]
    Task Create([Body] NewUser user);

    [Post("/users/new")]
    Task CreateUnmarked(NewUser user);

    [Post("/users/new")]
    Task CreateBuffered([Body(buffered: true)] NewUser user);

    [Post("/users/new")]
    Task Stream([Body] Stream content);

    [Post("/users/new")]
    Task Text([Body] string content);

    [Post("/users/new")]
    Task SerializedText([Body(BodySerializationMethod.Serialized)] string content);

    [Post("/collect")]
    Task CollectFields([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, object> data);

    [Post("/collect")]
    Task Collect([Body(BodySerializationMethod.UrlEncoded)] Measurement data);

    [Delete("/users/{id}")]
    Task Delete(int id, [Body] NewUser reason);
}

internal interface ITwoBodiesApi
{
    [Post("/users/new")]
    Task Create([Body] NewUser one, [Body] NewUser other);
}

internal interface ITwoObjectsApi
{
    [Post("/users/new")]
    Task Create(NewUser one, NewUser other);
}

internal sealed record NewUser(string Name, int Age = 3);

internal sealed class Measurement
{
    [AliasAs("tid")]
    public string? WebPropertyId { get; set; }

    [JsonPropertyName("named")]
    public string Named { get; set; } = "json";

    [JsonPropertyName("notTwo")]
    [AliasAs("two")]
    public string Second { get; set; } = "2 & 3";

    public object IgnoreMe { private get; set; } = "ignored";

    public override string ToString() => $"{IgnoreMe}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NewUser))]
[JsonSerializable(typeof(object))]
internal sealed partial class KnowsObject : JsonSerializerContext;

public sealed class BodyContent : WithServer
{
    private IBodyApi Api => Server.Client<IBodyApi>();

    [Fact]
    public async Task If_the_type_is_Stream_the_content_will_be_streamed_via_StreamContent()
    {
        await Api.Stream(new MemoryStream(Encoding.UTF8.GetBytes("streamed")));
        Assert.Equal("streamed", Last.Body);
        Assert.DoesNotContain("Content-Type", Last.Headers);
    }

    [Fact]
    public async Task If_the_type_is_string_the_string_will_be_used_directly_as_the_content()
    {
        await Api.Text("plain");
        Assert.Equal(("plain", "text/plain; charset=utf-8"), (Last.Body, Last.Headers["Content-Type"]));
        await Api.SerializedText("quoted");
        Assert.Equal("\"quoted\"", Last.Body);
    }

    [Fact]
    public async Task For_all_other_types_the_object_will_be_serialized_using_the_content_serializer_specified_in_RefitSettings_JSON_is_the_default()
    {
        await Api.Create(new NewUser("Ann"));
        Assert.Equal("""{"name":"Ann","age":3}""", Last.Body);
        Assert.Equal("application/json; charset=utf-8", Last.Headers["Content-Type"]);
        await Api.Delete(4, new NewUser("Bob"));
        Assert.Equal(("DELETE", "/users/4", """{"name":"Bob","age":3}"""), (Last.Method, Last.Target, Last.Body));
    }

    [Fact]
    public async Task The_one_object_of_a_POST_is_its_body_without_the_attribute()
    {
        await Api.CreateUnmarked(new NewUser("Ann"));
        Assert.Equal(("/users/new", """{"name":"Ann","age":3}"""), (Last.Target, Last.Body));
    }

    [Fact]
    public void Only_one_parameter_can_be_the_body()
    {
        Assert.Throws<ArgumentException>(() => Server.Client<ITwoBodiesApi>());
        Assert.Throws<ArgumentException>(() => Server.Client<ITwoObjectsApi>());
    }

    [Fact]
    public async Task By_default_Refit_streams_the_body_content_without_buffering_it_so_no_Content_Length_is_set()
    {
        await Api.Create(new NewUser("Ann"));
        Assert.DoesNotContain("Content-Length", Last.Headers);
    }

    [Fact]
    public async Task You_can_disable_this_streaming_behavior_by_setting_the_buffered_argument_of_the_Body_attribute_to_true()
    {
        await Api.CreateBuffered(new NewUser("Ann"));
        Assert.Equal(("22", """{"name":"Ann","age":3}"""), (Last.Headers["Content-Length"], Last.Body));
    }

    [Fact]
    public async Task To_apply_the_benefits_of_the_JSON_source_generator_use_SystemTextJsonContentSerializer_with_its_options()
    {
        var api = Server.Client<IBodyApi>(new RefitSettings(new SystemTextJsonContentSerializer(KnowsObject.Default.Options)));
        await api.Create(new NewUser("Ann"));
        Assert.Equal("""{"name":"Ann","age":3}""", Last.Body);
    }

    [Fact]
    public async Task The_parameter_of_a_form_post_can_be_a_dictionary()
    {
        await Api.CollectFields(new Dictionary<string, object> { ["v"] = 1, ["t"] = "ev ent", ["skipped"] = null! });
        Assert.Equal(("v=1&t=ev+ent", "application/x-www-form-urlencoded"), (Last.Body, Last.Headers["Content-Type"]));
    }

    [Fact]
    public async Task All_public_readable_properties_will_be_serialized_as_form_fields_and_AliasAs_takes_precedence_over_JSON_names()
    {
        await Api.Collect(new Measurement { WebPropertyId = "UA-1" });
        Assert.Equal("tid=UA-1&named=json&two=2+%26+3", Last.Body);
    }
}
