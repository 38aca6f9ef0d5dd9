using System.Reflection;

namespace Refit;

/// <summary>What a method's return type says of the answer: nothing wanted, a body, or a body in its envelope.</summary>
internal sealed record AnswerKind(Type? Result, Type Body, bool IsApiResponse)
{
    /// <summary>The caller disposes of the response when what it gets still reads from it.</summary>
    public bool KeepsResponse => Body == typeof(HttpResponseMessage) || Body == typeof(HttpContent) || Body == typeof(Stream);

    public static AnswerKind Of(MethodInfo method)
    {
        var declared = method.ReturnType;
        if (declared == typeof(Task))
            return new AnswerKind(Result: null, typeof(void), IsApiResponse: false);
        if (!IsGeneric(declared, typeof(Task<>)))
            throw new ArgumentException($"{method.DeclaringType}.{method.Name} must return Task or Task<T>.");

        var result = declared.GetGenericArguments()[0];
        if (result == typeof(IApiResponse))
            return new AnswerKind(result, typeof(HttpContent), IsApiResponse: true);
        return IsGeneric(result, typeof(IApiResponse<>)) || IsGeneric(result, typeof(ApiResponse<>))
            ? new AnswerKind(result, result.GetGenericArguments()[0], IsApiResponse: true)
            : new AnswerKind(result, result, IsApiResponse: false);
    }

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
