namespace AvayaCloud.Spaces;

/// <summary>The Spaces API for one user, guest or service app; see <c>AddSpacesApi</c> and <c>AddSpacesServiceApp</c>. Each resource is a
/// property. Every call returns a <see cref="SpacesOutcome{T}"/>, and lists are read page by page.</summary>
public sealed class SpacesClient
{
    private readonly SpacesHttpClients _http;
    private readonly TimeProvider _clock;

    internal SpacesClient(SpacesHttpClients http, TimeProvider clock)
    {
        _http = http;
        _clock = clock;
    }

    public UserCalls Users => field ??= new(WithToken<IUsersApi>());
    public SpaceCalls Spaces => field ??= new(WithToken<ISpacesApi>());
    public InviteCalls Invites => field ??= new(WithToken<IInvitesApi>());
    public MessageCalls Messages => field ??= new(WithToken<IMessagesApi>());
    public PostCalls Posts => field ??= new(WithToken<IMessagesApi>());
    public TaskCalls Tasks => field ??= new(WithToken<IMessagesApi>());
    public MeetingCalls Meetings => field ??= new(WithToken<IMeetingsApi>());
    public FileCalls Files => field ??= new(WithToken<IFilesApi>(), _http.Storage);
    public AppCalls Apps => field ??= new(WithToken<IAppsApi>());
    public PlatformCalls Platform => field ??= new(new(_http.WithoutToken, _clock), new(_http.AtOrigin, _clock));

    private ApiCaller<TApi> WithToken<TApi>() => new(_http.WithToken, _clock);
}

/// <summary>With the token, without it, without the path of the API, and for the bytes of files.</summary>
internal sealed record SpacesHttpClients(HttpClient WithToken, HttpClient WithoutToken, HttpClient AtOrigin, HttpClient Storage);
