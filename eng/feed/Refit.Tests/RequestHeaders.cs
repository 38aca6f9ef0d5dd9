namespace Refit.Tests;

[Headers("X-Emoji: :rocket:", "Authorization: Bearer")]
internal interface IHeadersApi
{
    [Get("/users/list")]
    Task Interface();

    [Get("/users/list")]
    [Headers("X-Emoji: :smile:", "X-Time: 10:20")]
    Task Method();

    [Get("/users/list")]
    [Headers("X-Emoji: :smile:", "X-Other: 1")]
    Task Argument([Header("X-Emoji")] string? emoji, [Header("X-Number")] int number = 3);

    [Get("/users/list")]
    [Headers("X-Emoji")]
    Task Removed();

    [Get("/users/list")]
    [Headers("X-Emoji:")]
    Task Empty();

    [Get("/users/list")]
    Task Authorized(CancellationToken cancellationToken);

    [Post("/users/list")]
    [Headers("Content-Type: text/csv")]
    Task Csv([Body] string text);

    [Delete("/users/list")]
    Task Delete();
}

public sealed class RequestHeaders : WithServer
{
    private IHeadersApi Api => Server.Client<IHeadersApi>();

    [Fact]
    public async Task Static_headers_can_be_added_to_every_request_in_the_API_by_applying_the_Headers_attribute_to_the_interface()
    {
        await Api.Interface();
        Assert.Equal(":rocket:", Last.Headers["X-Emoji"]);
    }

    [Fact]
    public async Task You_can_set_one_or_more_static_request_headers_applying_a_Headers_attribute_to_the_method()
    {
        await Api.Method();
        Assert.Equal((":smile:", "10:20"), (Last.Headers["X-Emoji"], Last.Headers["X-Time"]));
    }

    [Fact]
    public async Task Redefining_a_header_will_replace_it_in_the_order_interface_method_parameter()
    {
        await Api.Argument(":troll:");
        Assert.Equal((":troll:", "3"), (Last.Headers["X-Emoji"], Last.Headers["X-Number"]));
    }

    [Fact]
    public async Task Headers_with_different_names_are_not_replaced()
    {
        await Api.Argument(":troll:");
        Assert.Equal("1", Last.Headers["X-Other"]);
    }

    [Fact]
    public async Task Headers_can_be_removed_by_redefining_a_static_header_without_a_value_or_passing_null_for_a_dynamic_header()
    {
        await Api.Removed();
        Assert.DoesNotContain("X-Emoji", Last.Headers);
        await Api.Argument(emoji: null);
        Assert.DoesNotContain("X-Emoji", Last.Headers);
    }

    [Fact]
    public async Task Empty_strings_will_be_included_as_empty_headers()
    {
        await Api.Empty();
        Assert.Equal(string.Empty, Last.Headers["X-Emoji"]);
        await Api.Argument(string.Empty);
        Assert.Equal(string.Empty, Last.Headers["X-Emoji"]);
    }

    [Fact]
    public async Task A_line_break_in_a_value_adds_no_header()
    {
        await Api.Argument("a\r\nX-Injected: 1");
        Assert.Equal("aX-Injected: 1", Last.Headers["X-Emoji"]);
        Assert.DoesNotContain("X-Injected", Last.Headers);
    }

    [Fact]
    public async Task A_content_header_replaces_that_of_the_content()
    {
        await Api.Csv("1;2");
        Assert.Equal(("text/csv", "1;2"), (Last.Headers["Content-Type"], Last.Body));
    }

    [Fact]
    public async Task A_call_that_may_have_a_content_gets_an_empty_one_for_its_headers()
    {
        await Api.Delete();
        Assert.Equal("0", Last.Headers["Content-Length"]);
        await Api.Interface();
        Assert.DoesNotContain("Content-Length", Last.Headers);
    }

    [Fact]
    public async Task Refit_will_call_your_delegate_each_time_it_needs_to_obtain_the_token_and_propagate_the_CancellationToken()
    {
        var calls = 0;
        var propagated = CancellationToken.None;
        var settings = new RefitSettings
        {
            AuthorizationHeaderValueGetter = (_, token) =>
            {
                propagated = token;
                return Task.FromResult($"token-{++calls}");
            },
        };
        var api = Server.Client<IHeadersApi>(settings);
        await api.Interface();
        await api.Authorized(Stop);
        Assert.Equal("Bearer token-2", Last.Headers["Authorization"]);
        Assert.Equal(Stop, propagated);
    }
}
