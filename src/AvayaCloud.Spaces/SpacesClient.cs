namespace AvayaCloud.Spaces;

/// <summary>One caller's view of the Spaces API, a person's or a service app's: see <c>AddSpacesApi</c> and <c>AddSpacesServiceApp</c>. One
/// property per resource; every call comes to a <see cref="SpacesOutcome{T}"/>, every list can be walked page by page.</summary>
public sealed class SpacesClient
{
    private readonly SpacesChannels _channels;
    private readonly ApiCaller _caller;

    internal SpacesClient(SpacesChannels channels, TimeProvider clock)
    {
        _channels = channels;
        _caller = new ApiCaller(channels.WithToken, clock);
    }

    public UserCalls Users => field ??= new(_caller);
    public SpaceCalls Spaces => field ??= new(_caller);
    public InviteCalls Invites => field ??= new(_caller);
    public MessageCalls Messages => field ??= new(_caller);
    public PostCalls Posts => field ??= new(_caller);
    public TaskCalls Tasks => field ??= new(_caller);
    public MeetingCalls Meetings => field ??= new(_caller);
    public FileCalls Files => field ??= new(_caller, _channels.Storage);
    public AppCalls Apps => field ??= new(_caller);
    public PlatformCalls Platform => field ??= new(new ApiCaller(_channels.WithoutToken, _caller.Clock), _channels.AtOrigin);
}

/// <summary>The ways to the API and past it: with the caller's token, without one, and to wherever files lie.</summary>
internal sealed record SpacesChannels(HttpClient WithToken, HttpClient WithoutToken, HttpClient AtOrigin, HttpClient Storage);
