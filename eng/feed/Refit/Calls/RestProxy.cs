using System.Reflection;

namespace Refit;

/// <summary>What stands behind the interface: Refit generates this class at build time, here it is made at run time.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class RestProxy : DispatchProxy
#pragma warning restore CA1852
{
    private HttpClient? _client;
    private IRequestBuilder? _builder;

    internal void Attach(HttpClient client, IRequestBuilder builder) => (_client, _builder) = (client, builder);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        if (method.GetCustomAttribute<HttpMethodAttribute>() is null)
            throw new NotSupportedException($"{method.DeclaringType}.{method.Name} has no HTTP attribute; the stand-in knows no other methods.");
        return CallOf(method)(_client!, (args ?? [])!);
    }

    private Func<HttpClient, object[], object?> CallOf(MethodInfo method) => _builder is ICallFactory own
        ? own.CallOf(method)
        : _builder!.BuildRestResultFuncForMethod(
            method.Name,
            [.. method.GetParameters().Select(parameter => parameter.ParameterType)],
            method.IsGenericMethod ? method.GetGenericArguments() : null);
}
