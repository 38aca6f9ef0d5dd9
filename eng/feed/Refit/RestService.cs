using System.Reflection;

namespace Refit;

public static class RestService
{
    public static T For<T>(HttpClient client) => For<T>(client, (RefitSettings?)null);

    public static T For<T>(HttpClient client, RefitSettings? settings) => For(client, RequestBuilder.ForType<T>(settings));

    public static T For<T>(HttpClient client, IRequestBuilder<T> builder)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(builder);
        var implementation = DispatchProxy.Create<T, RestProxy>()!;
        ((RestProxy)(object)implementation).Attach(client, builder);
        return implementation;
    }
}
