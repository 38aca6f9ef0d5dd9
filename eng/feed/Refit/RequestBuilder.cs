namespace Refit;

public interface IRequestBuilder
{
    Func<HttpClient, object[], object?> BuildRestResultFuncForMethod(
        string methodName, Type[]? parameterTypes = null, Type[]? genericArgumentTypes = null);
}

public interface IRequestBuilder<T> : IRequestBuilder;

public static class RequestBuilder
{
    public static IRequestBuilder<T> ForType<T>() => ForType<T>(settings: null);

    public static IRequestBuilder<T> ForType<T>(RefitSettings? settings) => new InterfaceRequestBuilder<T>(settings ?? new RefitSettings());
}
