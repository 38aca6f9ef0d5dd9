using System.Net;
using Microsoft.AspNetCore.Http;

namespace Refit.Tests;

internal interface IResponsesApi
{
    [Get("/users/octocat")]
    Task Nothing();

    [Get("/users/octocat")]
    Task<string> Text();

    [Get("/users/octocat")]
    Task<HttpResponseMessage> Raw();

    [Get("/users/octocat")]
    Task<Stream> Streamed();

    [Get("/users/octocat")]
    Task<Octocat> Object();

    [Get("/users/octocat")]
    Task<ApiResponse<Octocat>> Wrapped();

    [Get("/users/octocat")]
    Task<IApiResponse<Octocat>> WrappedInterface();

    [Get("/users/octocat")]
    Task<IApiResponse> Envelope();

    [Get("/users/octocat")]
    Task<Octocat> Cancellable(CancellationToken cancellationToken);
}

internal interface INotTaskApi
{
    [Get("/users/octocat")]
    string Get();
}

internal interface IInheritsApi : IResponsesApi
{
    [Delete("/users/{id}")]
    Task Delete(string id);
}

internal interface ICrudApi<T, in TKey>
    where T : class
{
    [Get("/{key}")]
    Task<T> ReadOne(TKey key);

    [Get("")]
    Task<T> ReadAll();
}

internal sealed record Octocat(string Login);

public sealed class Responses : WithServer
{
    private const string Json = """{"login":"octocat","unknown":1}""";

    private IResponsesApi Api => Server.Client<IResponsesApi>();

    [Fact]
    public async Task Returning_Task_without_a_type_parameter_will_discard_the_content_and_solely_tell_you_whether_or_not_the_call_succeeded()
    {
        await Api.Nothing();
        Server.Answer = Answering(HttpStatusCode.NotFound, "gone");
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(Api.Nothing)).StatusCode);
    }

    [Fact]
    public async Task If_the_type_parameter_is_string_the_content_as_a_string_will_be_returned()
    {
        Server.Answer = Answering(HttpStatusCode.OK, Json);
        Assert.Equal(Json, await Api.Text());
    }

    [Fact]
    public async Task If_the_type_parameter_is_HttpResponseMessage_the_raw_response_message_will_be_returned_whatever_its_status()
    {
        Server.Answer = Answering(HttpStatusCode.NotFound, "gone");
        using var response = await Api.Raw();
        Assert.Equal((HttpStatusCode.NotFound, "gone"), (response.StatusCode, await response.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task If_the_type_parameter_is_Stream_the_caller_reads_the_content()
    {
        Server.Answer = Answering(HttpStatusCode.OK, Json);
        using var reader = new StreamReader(await Api.Streamed());
        Assert.Equal(Json, await reader.ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task Any_other_type_is_deserialized()
    {
        Server.Answer = Answering(HttpStatusCode.OK, Json);
        Assert.Equal(new Octocat("octocat"), await Api.Object());
    }

    [Fact]
    public async Task ApiResponse_allows_you_to_retrieve_not_just_the_content_as_an_object_but_also_any_metadata_associated_with_the_response()
    {
        Server.Answer = Answering(HttpStatusCode.Created, Json);
        using var response = await Api.Wrapped();
        Assert.Equal((HttpStatusCode.Created, "Created", new Octocat("octocat")), (response.StatusCode, response.ReasonPhrase, response.Content));
        Assert.Equal("custom", Assert.Single(response.Headers.GetValues("A-Custom-Header")));
        Assert.Equal("application/json", response.ContentHeaders?.ContentType?.MediaType);
        Assert.Equal("/users/octocat", response.RequestMessage?.RequestUri?.AbsolutePath);
        Assert.Equal(HttpVersion.Version11, response.Version);
        Assert.Null(response.Error);
    }

    [Fact]
    public async Task The_interfaces_of_ApiResponse_can_be_used_as_a_return_type_too()
    {
        Server.Answer = Answering(HttpStatusCode.OK, Json);
        using var typed = await Api.WrappedInterface();
        Assert.Equal((new Octocat("octocat"), true), (typed.Content, typed.IsSuccessful));
        using var envelope = await Api.Envelope();
        Assert.Equal((HttpStatusCode.OK, true), (envelope.StatusCode, envelope.IsSuccessStatusCode));
    }

    [Fact]
    public async Task A_204_without_a_body_is_successful_only_where_no_body_is_read()
    {
        Server.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
        await Api.Nothing();
        using var envelope = await Api.Envelope();
        Assert.True(envelope.IsSuccessful);
        using var typed = await Api.Wrapped();
        Assert.Equal((true, false), (typed.IsSuccessStatusCode, typed.IsSuccessful));
    }

    [Fact]
    public void All_requests_must_be_async() => Assert.Throws<ArgumentException>(() => Server.Client<INotTaskApi>());

    [Fact]
    public async Task The_derived_interface_will_expose_both_its_own_and_the_inherited_APIs()
    {
        var api = Server.Client<IInheritsApi>();
        await api.Delete("a");
        Assert.Equal(("DELETE", "/users/a"), (Last.Method, Last.Target));
        await api.Nothing();
        Assert.Equal(("GET", "/users/octocat"), (Last.Method, Last.Target));
    }

    [Fact]
    public async Task A_single_API_interface_can_be_defined_with_a_generic_type()
    {
        Server.Answer = Answering(HttpStatusCode.OK, Json);
        var api = Server.Client<ICrudApi<Octocat, int>>(basePath: "/users");
        Assert.Equal("octocat", (await api.ReadOne(7)).Login);
        Assert.Equal("/users/7", Last.Target);
        await api.ReadAll();
        Assert.Equal("/users", Last.Target);
    }

    [Fact]
    public async Task One_request_builder_serves_many_clients()
    {
        var builder = RequestBuilder.ForType<IResponsesApi>(new RefitSettings());
        using var first = new HttpClient { BaseAddress = new Uri(Server.Address + "/first") };
        using var second = new HttpClient { BaseAddress = new Uri(Server.Address + "/second") };
        await RestService.For(first, builder).Nothing();
        Assert.Equal("/first/users/octocat", Last.Target);
        await RestService.For(second, builder).Nothing();
        Assert.Equal("/second/users/octocat", Last.Target);
    }

    internal static RequestDelegate Answering(HttpStatusCode status, string body, string mediaType = "application/json") => async context =>
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = mediaType;
        context.Response.Headers["A-Custom-Header"] = "custom";
        await context.Response.WriteAsync(body);
    };
}
