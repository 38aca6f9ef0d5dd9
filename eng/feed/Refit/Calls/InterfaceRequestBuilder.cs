using System.Collections.Concurrent;
using System.Reflection;

namespace Refit;

/// <summary>Reads an interface once; every client of it shares the result.</summary>
internal sealed class InterfaceRequestBuilder<TApi> : IRequestBuilder<TApi>, ICallFactory
{
    private readonly ConcurrentDictionary<MethodInfo, Func<HttpClient, object?[], object?>> _calls = new();
    private readonly MethodInfo[] _methods;
    private readonly RefitSettings _settings;

    public InterfaceRequestBuilder(RefitSettings settings)
    {
        if (!typeof(TApi).IsInterface)
            throw new ArgumentException($"{typeof(TApi)} must be an interface.");
        _settings = settings;
        _methods =
        [
            .. typeof(TApi).GetInterfaces().Prepend(typeof(TApi))
                .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(method => method.IsAbstract && method.GetCustomAttribute<HttpMethodAttribute>() is not null),
        ];

        // A faulty interface is refused when the builder is made, not at its first call.
        foreach (var method in _methods.Where(method => !method.IsGenericMethodDefinition))
            CallOf(method);
    }

    public Func<HttpClient, object[], object?> BuildRestResultFuncForMethod(
        string methodName, Type[]? parameterTypes = null, Type[]? genericArgumentTypes = null)
    {
        var named = _methods.Where(method => string.Equals(method.Name, methodName, StringComparison.Ordinal))
            .Select(method => method.IsGenericMethodDefinition ? method.MakeGenericMethod(genericArgumentTypes ?? []) : method)
            .Where(method => parameterTypes is null || method.GetParameters().Select(p => p.ParameterType).SequenceEqual(parameterTypes))
            .ToArray();
        return named is [var one]
            ? CallOf(one)
            : throw new ArgumentException($"{typeof(TApi)} has {named.Length} methods {methodName} of these parameters with an HTTP attribute.");
    }

    public Func<HttpClient, object?[], object?> CallOf(MethodInfo method) =>
        _calls.GetOrAdd(method, static (method, settings) => RestCall.For(new RestMethod(method, settings)), _settings);
}

internal interface ICallFactory
{
    Func<HttpClient, object?[], object?> CallOf(MethodInfo method);
}
