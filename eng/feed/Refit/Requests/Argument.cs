using System.Reflection;

namespace Refit;

/// <summary>Where the argument of one parameter goes.</summary>
internal abstract class Argument(ParameterInfo parameter)
{
    public int Position { get; } = parameter.Position;

    public abstract void Apply(RequestDraft draft, object? value);

    public static Argument Of(ParameterInfo parameter, RouteTemplate route, BodyRule? body, RefitSettings settings)
    {
        if (body?.Parameter == parameter)
            return new BodyArgument(body, settings);
        if (parameter.GetCustomAttribute<HeaderAttribute>() is { } header && !string.IsNullOrWhiteSpace(header.Header))
            return new HeaderArgument(parameter, header.Header.Trim());
        if (route.Uses(parameter))
            return new RouteArgument(parameter);
        return new QueryArgument(parameter, route.PropertiesOf(parameter), settings);
    }

    public static string NameOf(ParameterInfo parameter) => parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? parameter.Name!;

    public static string? AliasOf(PropertyInfo property) => property.GetCustomAttribute<AliasAsAttribute>()?.Name;
}

/// <summary>The route template picks its own arguments.</summary>
internal sealed class RouteArgument(ParameterInfo parameter) : Argument(parameter)
{
    public override void Apply(RequestDraft draft, object? value)
    {
    }
}

internal sealed class HeaderArgument(ParameterInfo parameter, string name) : Argument(parameter)
{
    // ToString() in the current culture: that is what Refit does.
    public override void Apply(RequestDraft draft, object? value) => draft.Headers[name] = value?.ToString();
}
