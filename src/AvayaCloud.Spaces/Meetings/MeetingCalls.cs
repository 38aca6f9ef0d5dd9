namespace AvayaCloud.Spaces;

/// <summary>Meetings of a space [wire 4.5].</summary>
public sealed class MeetingCalls
{
    private readonly ApiCaller _caller;
    private readonly IMeetingsApi _api;

    internal MeetingCalls(ApiCaller caller) => (_caller, _api) = (caller, caller.Api<IMeetingsApi>());

    /// <summary>Those that were, and the one that is [repo SDK].</summary>
    public IAsyncEnumerable<SpacesOutcome<Page<Meeting>>> ListAsync(
        string spaceId, int? size = null, CancellationToken cancellationToken = default) =>
        _caller.PaginateAsync([spaceId], () => _api.GetAsync(spaceId, size, cancellationToken), cancellationToken);

    /// <summary>Not found when nobody meets [repo LT].</summary>
    public Task<SpacesOutcome<Meeting>> GetActiveAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([spaceId], () => _api.GetActiveAsync(spaceId, cancellationToken), cancellationToken);

    /// <summary>What the media servers ask for of somebody who joins [repo LT k6/src/mpaas.js].</summary>
    public Task<SpacesOutcome<MediaSession>> GetSessionAsync(string spaceId, CancellationToken cancellationToken = default) =>
        _caller.GetObjectAsync([spaceId], () => _api.GetSessionAsync(spaceId, cancellationToken), cancellationToken);

    /// <summary>For everybody [repo SDK].</summary>
    public Task<SpacesOutcome<NoContent>> EndAsync(string spaceId, string meetingId, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync(
            [spaceId, meetingId], () => _api.EndAsync(spaceId, meetingId, EmptyBody.Instance, cancellationToken), cancellationToken);

    /// <summary>[repo SDK]</summary>
    public Task<SpacesOutcome<NoContent>> MuteAllAsync(
        string spaceId, string meetingId, IReadOnlyList<string>? except = null, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync(
            [spaceId, meetingId], () => _api.MuteAllAsync(spaceId, meetingId, new MuteAllRequest(except ?? []), cancellationToken),
            cancellationToken);

    /// <summary>[repo SDK]</summary>
    public Task<SpacesOutcome<NoContent>> StartRecordingAsync(
        string spaceId, string meetingId, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync(
            [spaceId, meetingId], () => _api.StartRecordingAsync(spaceId, meetingId, EmptyBody.Instance, cancellationToken),
            cancellationToken);

    /// <summary>[repo SDK]</summary>
    public Task<SpacesOutcome<NoContent>> StopRecordingAsync(
        string spaceId, string meetingId, string recordingId, CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync(
            [spaceId, meetingId, recordingId],
            () => _api.StopRecordingAsync(spaceId, meetingId, recordingId, EmptyBody.Instance, cancellationToken), cancellationToken);
}
