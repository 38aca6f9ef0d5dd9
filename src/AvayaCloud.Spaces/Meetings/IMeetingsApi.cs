namespace AvayaCloud.Spaces;

/// <summary>Meetings of a space [wire 4.5].</summary>
[Headers("Accept: application/json")]
internal interface IMeetingsApi
{
    [Get("/spaces/{spaceId}/meetings")]
    Task<IApiResponse<Page<Meeting>>> GetAsync(string spaceId, int? size, CancellationToken cancellationToken);

    /// <summary>404 if there is no meeting [repo LT]</summary>
    [Get("/spaces/{spaceId}/activemeeting")]
    Task<IApiResponse<Envelope<Meeting>>> GetActiveAsync(string spaceId, CancellationToken cancellationToken);

    [Get("/mediasessions/mpaas/token/{spaceId}")]
    Task<IApiResponse<Envelope<MediaSession>>> GetSessionAsync(string spaceId, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/meetings/{meetingId}/end")]
    Task<IApiResponse<string>> EndAsync(string spaceId, string meetingId, [Body] EmptyBody body, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/meetings/{meetingId}/muteall")]
    Task<IApiResponse<string>> MuteAllAsync(
        string spaceId, string meetingId, [Body] MuteAllRequest request, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/meetings/{meetingId}/recordings")]
    Task<IApiResponse<string>> StartRecordingAsync(
        string spaceId, string meetingId, [Body] EmptyBody body, CancellationToken cancellationToken);

    [Post("/spaces/{spaceId}/meetings/{meetingId}/recordings/{recordingId}/stop")]
    Task<IApiResponse<string>> StopRecordingAsync(
        string spaceId, string meetingId, string recordingId, [Body] EmptyBody body, CancellationToken cancellationToken);
}

/// <summary>The attendees who are not muted [repo SDK].</summary>
internal sealed record MuteAllRequest([property: JsonPropertyName("exclusionList")] IReadOnlyList<string> Except);
