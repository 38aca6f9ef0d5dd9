using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace SpacesPortal.ConventionTests;

public sealed class AsyncTests
{
    /// <summary>The framework calls these, with what it has at hand.</summary>
    private static readonly string[] Framework = ["InvokeAsync", "DisposeAsync", "<Main>$", "Main"];

    [Fact]
    public void A_method_that_can_be_awaited_says_so_by_its_name() =>
        Assert.Empty(Awaitable().Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Describe));

    /// <summary>Private steps are left to CA2016: some are cut off from their caller on purpose.</summary>
    [Fact]
    public void A_method_that_can_be_awaited_takes_a_cancellation_last() =>
        Assert.Empty(Awaitable()
            .Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
            .Where(method => !method.IsPrivate && !HasContext(method) && !IsGivenTheCall(method))
            .Select(Describe));

    private static IEnumerable<MethodInfo> Awaitable() =>
        from type in Product.Types
        where !type.IsAssignableTo(typeof(IComponent)) && !type.IsAssignableTo(typeof(Delegate))
        from method in type.GetMethods(Product.Declared)
        where IsAwaitable(method.ReturnType) && !method.Name.Contains('<', StringComparison.Ordinal) && !method.IsSpecialName
        where !Framework.Contains(method.Name, StringComparer.Ordinal) && !IsGiven(method)
        select method;

    /// <summary>The caller's token cancels a call.</summary>
    private static bool IsGivenTheCall(MethodInfo method) => method.GetParameters().Any(parameter => IsAwaitable(parameter.ParameterType));

    /// <summary>A request ends with its own token, RequestAborted.</summary>
    private static bool HasContext(MethodInfo method) =>
        method.GetParameters().Any(parameter => parameter.ParameterType.Name.EndsWith("HttpContext", StringComparison.Ordinal));

    /// <summary>An override, or what an interface outside of the product prescribes.</summary>
    private static bool IsGiven(MethodInfo method) =>
        method.GetBaseDefinition() != method
        || method.DeclaringType!.GetInterfaces()
            .Where(contract => !Product.All.Contains(contract.Assembly) && !method.DeclaringType.IsInterface)
            .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method));

    private static bool IsAwaitable(Type type)
    {
        var kind = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        Type[] awaitable = [typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];
        return awaitable.Contains(kind);
    }

    private static string Describe(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
