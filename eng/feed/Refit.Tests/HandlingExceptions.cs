using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using static Refit.Tests.Responses;

namespace Refit.Tests;

public sealed class HandlingExceptions : WithServer
{
    private IResponsesApi Api => Server.Client<IResponsesApi>();

    [Fact]
    public async Task Refit_traps_any_ApiException_raised_by_the_ExceptionFactory_and_populates_the_Error_property_without_throwing()
    {
        Server.Answer = Answering(HttpStatusCode.Conflict, """{"code":9}""");
        using var response = await Api.WrappedInterface();
        Assert.False(response.IsSuccessful);
        Assert.Equal((HttpStatusCode.Conflict, """{"code":9}"""), (response.StatusCode, response.Error.Content));
        Assert.Equal("Response status code does not indicate success: 409 (Conflict).", response.Error.Message);
        Assert.Null(response.Content);
        Assert.Equal("custom", Assert.Single(response.Error.Headers.GetValues("A-Custom-Header")));
    }

    [Fact]
    public async Task Refit_traps_any_errors_that_occur_when_attempting_to_deserialize_the_response()
    {
        Server.Answer = Answering(HttpStatusCode.OK, "<html>");
        using var response = await Api.WrappedInterface();
        Assert.Equal((true, false), (response.IsSuccessStatusCode, response.IsSuccessful));
        Assert.IsType<JsonException>(response.Error?.InnerException);
    }

    [Fact]
    public async Task When_returning_Task_of_T_Refit_throws_any_ApiException_raised_by_the_ExceptionFactory()
    {
        Server.Answer = Answering(HttpStatusCode.Forbidden, """{"login":"nobody"}""");
        var failure = await Assert.ThrowsAsync<ApiException>(Api.Object);
        Assert.Equal((HttpStatusCode.Forbidden, HttpMethod.Get, "/users/octocat"), (failure.StatusCode, failure.HttpMethod, failure.Uri?.AbsolutePath));
        Assert.Equal("nobody", (await failure.GetContentAsAsync<Octocat>())?.Login);
    }

    [Fact]
    public async Task When_returning_Task_of_T_Refit_throws_any_errors_that_occur_when_attempting_to_deserialize_the_response()
    {
        Server.Answer = Answering(HttpStatusCode.OK, "<html>");
        Assert.IsType<JsonException>((await Assert.ThrowsAsync<ApiException>(Api.Object)).InnerException);
    }

    [Fact]
    public async Task Refit_can_also_throw_ValidationApiException_when_the_response_content_type_is_problem_json()
    {
        Server.Answer = Answering(HttpStatusCode.BadRequest, """{"title":"Bad","status":400,"extra":"more"}""", "application/problem+json");
        var failure = await Assert.ThrowsAsync<ValidationApiException>(Api.Object);
        Assert.Equal(("Bad", 400, "more"), (failure.Content?.Title, failure.Content?.Status, failure.Content?.Extensions["extra"]?.ToString()));
        Assert.Contains("extra", ((ApiException)failure).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task You_can_suppress_all_exceptions_by_providing_a_custom_ExceptionFactory()
    {
        Server.Answer = Answering(HttpStatusCode.NotFound, """{"login":"nobody"}""");
        var settings = new RefitSettings { ExceptionFactory = _ => Task.FromResult<Exception?>(null) };
        Assert.Equal("nobody", (await Server.Client<IResponsesApi>(settings).Object()).Login);
    }

    [Fact]
    public async Task An_exception_of_a_custom_ExceptionFactory_can_carry_the_response_to_the_caller()
    {
        Server.Answer = Answering(HttpStatusCode.NotFound, "gone");
        var settings = new RefitSettings { ExceptionFactory = response => Task.FromResult<Exception?>(new CarriesResponse(response)) };
        var failure = await Assert.ThrowsAsync<CarriesResponse>(Server.Client<IResponsesApi>(settings).Object);
        Assert.Equal("gone", await failure.Response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task You_can_suppress_all_deserialization_exceptions_by_providing_a_custom_DeserializationExceptionFactory()
    {
        Server.Answer = Answering(HttpStatusCode.OK, "<html>");
        var settings = new RefitSettings { DeserializationExceptionFactory = (_, _) => Task.FromResult<Exception?>(null) };
        Assert.Null(await Server.Client<IResponsesApi>(settings).Object());
    }

    [Fact]
    public async Task What_HttpClient_throws_comes_out_as_it_is_because_wrapping_it_came_with_version_11()
    {
        Server.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<HttpRequestException>(Api.Object);
        await Assert.ThrowsAsync<HttpRequestException>(Api.Nothing);
        await Assert.ThrowsAsync<HttpRequestException>(Api.WrappedInterface);
    }

    [Fact]
    public async Task A_cancelled_call_throws_what_HttpClient_throws()
    {
        using var cancelled = new CancellationTokenSource();
        Server.Answer = async context =>
        {
            await cancelled.CancelAsync();
            await context.RequestAborted.WhenCancelled();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Api.Cancellable(cancelled.Token));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_an_ApiException_around_the_cause()
    {
        Server.Answer = context =>
        {
            context.Response.ContentLength = 1000; // and then ends: the server closes the connection
            return context.Response.WriteAsync("""{"login":""");
        };
        using var response = await Api.WrappedInterface();
        Assert.Equal((HttpStatusCode.OK, false), (response.StatusCode, response.IsSuccessful));
        Assert.IsAssignableFrom<IOException>(response.Error?.InnerException);
    }
}

internal sealed class CarriesResponse(HttpResponseMessage response) : Exception
{
    public HttpResponseMessage Response { get; } = response;
}

internal static class CancellationTokens
{
    public static Task WhenCancelled(this CancellationToken token)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(source.SetResult);
        return source.Task;
    }
}
