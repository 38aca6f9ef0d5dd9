using System.Reflection;

namespace Refit;

/// <summary>Which parameter is the body: the one marked, else (POST, PUT, PATCH) the one object that is nothing else.</summary>
internal sealed record BodyRule(ParameterInfo Parameter, BodySerializationMethod Method, bool? Buffered)
{
    public static BodyRule? Find(ParameterInfo[] parameters, HttpMethod verb)
    {
        var marked = parameters
            .Select(parameter => (Parameter: parameter, Body: parameter.GetCustomAttribute<BodyAttribute>()))
            .Where(candidate => candidate.Body is not null)
            .ToArray();
        if (marked.Length > 1)
            throw new ArgumentException("Only one parameter can be the body.");
        if (marked is [var (parameter, body)])
            return new BodyRule(parameter, body!.SerializationMethod, body.Buffered);
        if (verb != HttpMethod.Post && verb != HttpMethod.Put && verb != HttpMethod.Patch)
            return null;

        var objects = parameters.Where(candidate => !candidate.ParameterType.IsValueType && candidate.ParameterType != typeof(string)
            && !candidate.IsDefined(typeof(QueryAttribute))).ToArray();
        return objects.Length switch
        {
            0 => null,
            1 => new BodyRule(objects[0], BodySerializationMethod.Serialized, Buffered: null),
            _ => throw new ArgumentException("Several objects could be the body: mark one with [Body]."),
        };
    }
}
