using System.Reflection;
using System.Text.RegularExpressions;
using Refit;

namespace AvayaCloud.Spaces.Tests.Table;

public sealed partial class CompletenessTests
{
    [Fact]
    public void Every_call_of_the_API_has_its_row() =>
        Assert.Equal(
            Calls().Select(it => it.Name).Order(StringComparer.Ordinal), Endpoints.All.Select(it => it.Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(TableTest.Names), MemberType = typeof(TableTest))]
    public void A_row_matches_the_interface(string name)
    {
        var (row, http) = (Endpoints.All.Single(it => it.Name == name), Calls().Single(it => it.Name == name).Http);
        Assert.Equal(http.Method.Method, row.Method);
        Assert.Matches("^" + Placeholder().Replace(http.Path, "[^/]+") + "$", row.Path);
    }

    /// <summary>Seed 3, row by row; the twelfth is the socket, the fifth the header of the fourth.</summary>
    [Theory]
    [InlineData("POST", "/users/bulkupdate")]
    [InlineData("POST", "/spaces/{spaceId}/chats")]
    [InlineData("GET", "/spaces/{spaceId}/messages/byref")]
    [InlineData("POST", "/spaces/invite")]
    [InlineData("DELETE", "/spaces/{spaceId}")]
    [InlineData("GET", "/spaces/direct/{userType}/{userId}")]
    [InlineData("POST", "/spaces/{spaceId}/invite")]
    [InlineData("GET", "/users/me/spaces")]
    [InlineData("GET", "/spaces/{spaceId}")]
    [InlineData("POST", "/spaces/{spaceId}")]
    [InlineData("GET", "/users/me/colleagues")]
    [InlineData("POST", "/users/me/colleaguesbulk")]
    [InlineData("GET", "/spaces/{spaceId}/ideas")]
    [InlineData("POST", "/spaces/{spaceId}/ideas")]
    [InlineData("GET", "/spaces/{spaceId}/tasks")]
    [InlineData("POST", "/spaces/{spaceId}/tasks")]
    [InlineData("POST", "/messages/{messageId}")]
    public void Every_row_of_the_scope_table_is_a_call(string method, string path) =>
        Assert.Contains(Calls(), it => it.Http.Method.Method == method && it.Http.Path == path);

    private static IEnumerable<(string Name, HttpMethodAttribute Http)> Calls() =>
        from type in typeof(SpacesClient).Assembly.GetTypes()
        where type.IsInterface
        from method in type.GetMethods()
        let http = method.GetCustomAttribute<HttpMethodAttribute>()
        where http is not null
        select ($"{type.Name}.{method.Name}", http);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
