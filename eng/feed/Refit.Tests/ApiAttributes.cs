namespace Refit.Tests;

internal interface IAttributesApi
{
    [Get("/users/list")]
    Task Read();

    [Post("/users/list")]
    Task Create();

    [Put("/users/list")]
    Task Replace();

    [Delete("/users/list")]
    Task Remove();

    [Patch("/users/list")]
    Task Change();

    [Head("/users/list")]
    Task Look();

    [Get("/users/list?sort=desc")]
    Task Sorted(int? limit = null);

    [Get("/group/{id}/users")]
    Task Aliased([AliasAs("id")] int groupId);

    [Get("/group/{request.groupId}/users/{request.userId}")]
    Task Bound(UserGroupRequest request);

    [Get("/group/{groupid}/users")]
    Task GroupList(int groupId, [AliasAs("sort")] string sortOrder);

    [Get("/search/{**page}")]
    Task Search(string page);

    [Get("/users/{user}")]
    Task Escaped(string user, string? query = null);
}

internal interface IRoundTrippingNumberApi
{
    [Get("/search/{**page}")]
    Task Search(int page);
}

internal interface IMissingParameterApi
{
    [Get("/users/{user}")]
    Task Get(string name);
}

internal interface INoSlashApi
{
    [Get("users")]
    Task Get();
}

internal sealed record UserGroupRequest(int GroupId, int UserId, string? Fields = null);

public sealed class ApiAttributes : WithServer
{
    private IAttributesApi Api => Server.Client<IAttributesApi>();

    [Fact]
    public async Task Every_method_must_have_an_HTTP_attribute_that_provides_the_request_method_and_relative_URL()
    {
        var calls = new (string Method, Func<Task> Call)[]
        {
            ("GET", Api.Read), ("POST", Api.Create), ("PUT", Api.Replace), ("DELETE", Api.Remove), ("PATCH", Api.Change), ("HEAD", Api.Look),
        };
        foreach (var (method, call) in calls)
        {
            await call();
            Assert.Equal((method, "/users/list"), (Last.Method, Last.Target));
        }
    }

    [Fact]
    public async Task You_can_also_specify_query_parameters_in_the_URL()
    {
        await Api.Sorted();
        Assert.Equal("/users/list?sort=desc", Last.Target);
        await Api.Sorted(10);
        Assert.Equal("/users/list?sort=desc&limit=10", Last.Target);
    }

    [Fact]
    public async Task If_the_name_of_your_parameter_does_not_match_the_name_in_the_URL_path_use_the_AliasAs_attribute()
    {
        await Api.Aliased(4);
        Assert.Equal("/group/4/users", Last.Target);
    }

    [Fact]
    public async Task A_request_url_can_also_bind_replacement_blocks_to_a_custom_object()
    {
        await Api.Bound(new UserGroupRequest(4, 7));
        Assert.Equal("/group/4/users/7", Last.Target);
        await Api.Bound(new UserGroupRequest(4, 7, "name"));
        Assert.Equal("/group/4/users/7?Fields=name", Last.Target);
    }

    [Fact]
    public async Task Parameters_that_are_not_specified_as_a_URL_substitution_will_automatically_be_used_as_query_parameters()
    {
        await Api.GroupList(4, "desc");
        Assert.Equal("/group/4/users?sort=desc", Last.Target);
    }

    [Fact]
    public async Task The_comparison_between_parameter_name_and_URL_parameter_is_not_case_sensitive()
    {
        await Api.GroupList(groupId: 5, "asc");
        Assert.StartsWith("/group/5/", Last.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forward_slashes_are_not_encoded_when_using_a_double_asterisk_catch_all_parameter_syntax()
    {
        await Api.Search("admin/pro ducts");
        Assert.Equal("/search/admin/pro%20ducts", Last.Target);
    }

    [Fact]
    public void The_type_of_round_tripping_route_parameter_must_be_string() =>
        Assert.Throws<ArgumentException>(() => Server.Client<IRoundTrippingNumberApi>());

    [Fact]
    public async Task Path_segments_and_query_values_are_escaped()
    {
        await Api.Escaped("a/b?c&d=é+ \"#%2F", "x=1&y /?:@é+#%20");
        Assert.Equal("/users/a%2Fb%3Fc%26d%3D%C3%A9%2B%20%22%23%252F?query=x%3D1%26y%20%2F%3F%3A%40%C3%A9%2B%23%2520", Last.Target);
    }

    [Fact]
    public void A_faulty_interface_is_refused_before_its_first_call()
    {
        Assert.Throws<ArgumentException>(() => Server.Client<IMissingParameterApi>());
        Assert.Throws<ArgumentException>(() => Server.Client<INoSlashApi>());
    }

    [Theory]
    [InlineData("", "/users/list")]
    [InlineData("/api", "/api/users/list")]
    [InlineData("/api/v1", "/api/v1/users/list")]
    [InlineData("/api/", "/api//users/list")]
    public async Task A_path_starts_with_a_slash_and_follows_the_path_of_the_base_address(string basePath, string expected)
    {
        await Server.Client<IAttributesApi>(basePath: basePath).Read();
        Assert.Equal(expected, Last.Target);
    }

    [Fact]
    public async Task A_call_needs_a_base_address()
    {
        using var client = new HttpClient();
        await Assert.ThrowsAsync<InvalidOperationException>(() => RestService.For<IAttributesApi>(client).Read());
    }
}
