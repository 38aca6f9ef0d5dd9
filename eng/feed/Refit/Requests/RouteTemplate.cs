using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;

namespace Refit;

/// <summary>A path with placeholders: <c>{name}</c>, <c>{**name}</c> that keeps its slashes, <c>{name.property}</c>.</summary>
internal sealed partial class RouteTemplate
{
    private static readonly Uri AnyHost = new("http://api");
    private readonly List<Func<object?[], RefitSettings, string>> _pieces = [];
    private readonly HashSet<ParameterInfo> _used = [];
    private readonly List<(ParameterInfo Parameter, PropertyInfo Property)> _properties = [];

    public RouteTemplate(string path, ParameterInfo[] parameters)
    {
        if (path.Length > 0 && (path[0] != '/' || path.AsSpan().ContainsAny('\r', '\n')))
            throw new ArgumentException($"The path {path} must start with '/' and be one line.");

        var done = 0;
        foreach (Match placeholder in Placeholders().Matches(path))
        {
            AddText(path[done..placeholder.Index]);
            AddPlaceholder(path, placeholder.Groups["name"].Value, parameters);
            done = placeholder.Index + placeholder.Length;
        }

        AddText(path[done..]);
    }

    public bool Uses(ParameterInfo parameter) => _used.Contains(parameter);

    /// <summary>Properties of an argument that the path has taken: they do not go into the query as well.</summary>
    public IReadOnlyList<PropertyInfo> PropertiesOf(ParameterInfo parameter) =>
        [.. _properties.Where(bound => bound.Parameter == parameter).Select(bound => bound.Property)];

    public Uri Fill(string basePath, object?[] arguments, IReadOnlyList<(string Key, string? Value)> query, RefitSettings settings)
    {
        var path = new StringBuilder(basePath is "/" ? string.Empty : basePath);
        foreach (var piece in _pieces)
            path.Append(piece(arguments, settings));

        var address = new UriBuilder(new Uri(AnyHost, path.ToString()));
        address.Query = QueryText.Of([.. Existing(address.Query), .. query]);
        return new Uri(address.Uri.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped), UriKind.Relative);
    }

    private void AddText(string text) => _pieces.Add((_, _) => text);

    private void AddPlaceholder(string path, string placeholder, ParameterInfo[] parameters)
    {
        var keepsSlashes = placeholder.StartsWith("**", StringComparison.Ordinal);
        var name = keepsSlashes ? placeholder[2..] : placeholder;
        if (parameters.FirstOrDefault(parameter => Same(Argument.NameOf(parameter), name)) is { } whole)
        {
            if (keepsSlashes && whole.ParameterType != typeof(string))
                throw new ArgumentException($"{placeholder} in {path} must be a string.");
            _used.Add(whole);
            _pieces.Add((arguments, settings) => keepsSlashes
                ? string.Join('/', ((string)arguments[whole.Position]!).Split('/').Select(part => Escape(part, whole, whole.ParameterType, settings)))
                : Escape(arguments[whole.Position], whole, whole.ParameterType, settings));
            return;
        }

        var (owner, property) = keepsSlashes ? default : parameters
            .Where(parameter => parameter.ParameterType.IsClass)
            .SelectMany(parameter => ReadableProperties.Of(parameter.ParameterType).Select(property => (Parameter: parameter, Property: property)))
            .FirstOrDefault(bound => Same($"{bound.Parameter.Name}.{Argument.AliasOf(bound.Property) ?? bound.Property.Name}", name));
        if (property is null)
            throw new ArgumentException($"{placeholder} in {path} has no parameter.");
        _properties.Add((owner, property));
        _pieces.Add((arguments, settings) => Escape(property.GetValue(arguments[owner.Position]), property, property.PropertyType, settings));
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Escape(object? value, ICustomAttributeProvider source, Type type, RefitSettings settings) =>
        Uri.EscapeDataString(settings.UrlParameterFormatter.Format(value, source, type) ?? string.Empty);

    private static IEnumerable<(string Key, string? Value)> Existing(string query)
    {
        var written = HttpUtility.ParseQueryString(query);
        return written.AllKeys.Where(key => !string.IsNullOrWhiteSpace(key)).Select(key => (key!, written[key]));
    }

    [GeneratedRegex("""\{(?<name>[^/?\r\n]*?)\}""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholders();
}
