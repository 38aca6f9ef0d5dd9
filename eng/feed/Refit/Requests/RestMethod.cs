using System.Net.Http.Headers;
using System.Reflection;

namespace Refit;

/// <summary>One method of the interface, read once: its verb, its route, and where each argument goes.</summary>
internal sealed class RestMethod
{
    private readonly HttpMethod _verb;
    private readonly RouteTemplate _route;
    private readonly HeaderLines _headers;
    private readonly Argument[] _arguments;
    private readonly int _cancellationToken;

    public RestMethod(MethodInfo method, RefitSettings settings)
    {
        var http = method.GetCustomAttribute<HttpMethodAttribute>()!;
        var parameters = method.GetParameters();
        var tokens = parameters.Where(IsCancellationToken).ToArray();
        if (tokens.Length > 1)
            throw new ArgumentException($"{method.Name} can have one CancellationToken only.");

        Settings = settings;
        Answer = AnswerKind.Of(method);
        _verb = http.Method;
        _headers = HeaderLines.Of(method);
        _cancellationToken = tokens is [var token] ? token.Position : -1;
        var mapped = parameters.Except(tokens).ToArray();
        _route = new RouteTemplate(http.Path, mapped);
        _arguments = [.. mapped.Select(parameter => Argument.Of(parameter, _route, BodyRule.Find(mapped, _verb), settings))];
    }

    public RefitSettings Settings { get; }

    public AnswerKind Answer { get; }

    public CancellationToken CancellationTokenOf(object?[] arguments) =>
        _cancellationToken >= 0 && arguments[_cancellationToken] is CancellationToken token ? token : CancellationToken.None;

    public async Task<HttpRequestMessage> BuildRequestAsync(HttpClient client, object?[] arguments, CancellationToken cancellationToken)
    {
        var root = client.BaseAddress ?? throw new InvalidOperationException("BaseAddress must be set on the HttpClient.");
        var draft = new RequestDraft();
        foreach (var argument in _arguments)
            argument.Apply(draft, arguments[argument.Position]);

        var request = new HttpRequestMessage(_verb, _route.Fill(root.AbsolutePath, arguments, draft.Query, Settings))
        {
            Content = draft.Content,
            Version = Settings.Version,
            VersionPolicy = Settings.VersionPolicy,
        };
        _headers.Write(request, draft.Headers);
        await AuthorizeAsync(request, cancellationToken);
        if (draft.Buffered && request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken);
        return request;
    }

    private async Task AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Settings.AuthorizationHeaderValueGetter is { } getter && request.Headers.Authorization is { } asked && string.IsNullOrWhiteSpace(asked.Parameter))
            request.Headers.Authorization = new AuthenticationHeaderValue(asked.Scheme, await getter(request, cancellationToken));
    }

    private static bool IsCancellationToken(ParameterInfo parameter) =>
        (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) == typeof(CancellationToken);
}
