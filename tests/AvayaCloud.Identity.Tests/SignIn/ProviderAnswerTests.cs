using AvayaCloud.Sandbox;

namespace AvayaCloud.Identity.Tests.SignIn;

/// <summary>Responses of the provider after a valid callback, and what the user then sees.</summary>
public sealed class ProviderAnswerTests : CallbackTestBase
{
    [Theory]
    [InlineData("token.code")]
    [InlineData("tokeninfo")]
    public async Task Every_failure_of_the_provider_leads_to_the_problem_page(string call)
    {
        Fault[] faults =
        [
            Fault.ServerError(500), Fault.ServerError(503), Fault.TooManyRequests(TimeSpan.FromSeconds(9)), Fault.Html(200),
            Fault.TruncateResponse(), Fault.DropResponse(), Fault.DropRequest(),
            Fault.Respond(200, ""), Fault.Respond(200, "[]"), Fault.Respond(200, "{"),
            Fault.Respond(200, new string(' ', 300 * 1024)), Fault.Respond(200, "null"),
        ];
        foreach (var fault in faults)
        {
            using var visitor = Host.Visit();
            var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
            Host.Avaya.Faults.Add(call, fault);
            // An empty object names no audience, which tokeninfo must.
            await ExpectProblemAsync(visitor, callback.PathAndQuery, "provider-down");
            Assert.Equal("anonymous", await (await visitor.GetAsync("/")).Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("""{"access_token":"a","expires_in":-1}""")]
    [InlineData("""{"access_token":"a","expires_in":99999999999}""")]
    [InlineData("""{"access_token":"a","expires_in":"soon"}""")]
    [InlineData("""{"access_token":"a b","expires_in":3599}""")]
    [InlineData("""{"access_token":7,"expires_in":3599}""")]
    [InlineData("""{"access_token":"a","access_token":"b","expires_in":3599}""")]
    [InlineData("""{"access_token":"a","token_type":"mac","expires_in":3599}""")]
    [InlineData("""{"access_token":"a","refresh_token":{},"expires_in":3599}""")]
    [InlineData("""{"expires_in":3599}""")]
    [InlineData("""{"access_token":"\ud800","expires_in":3599}""")]
    [InlineData("""{"\ud800":1,"\ud801":2}""")]
    public async Task A_malformed_token_response_does_not_sign_in(string body)
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        Host.Avaya.Faults.Add("token.code", Fault.Respond(200, body));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "provider-down");
    }

    [Fact]
    public async Task A_refused_code_is_reported_as_a_refusal()
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        Host.Avaya.Faults.Add("token.code", Fault.Respond(400, """{"error":"invalid_grant"}"""));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "provider-refused");
    }

    [Theory]
    [InlineData("""{"audience":"00000000000000000000","user_id":"x","user":{}}""")]
    [InlineData("""{"user_id":"x"}""")]
    public async Task Tokens_for_another_client_do_not_sign_in(string tokeninfo)
    {
        using var visitor = Host.Visit();
        var callback = await visitor.AuthorizeAsync(Host.Ada, Wanted);
        Host.Avaya.Faults.Add("tokeninfo", Fault.Respond(200, tokeninfo));

        await ExpectProblemAsync(visitor, callback.PathAndQuery, "wrong-audience");
    }
}
