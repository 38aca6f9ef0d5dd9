using Refit;

namespace AvayaCloud.Spaces;

/// <summary>Posts ("ideas" on the wire) [wire 4.1, 4.4].</summary>
[Headers("Accept: application/json")]
public interface IPostsApi
{
    /// <summary>[seed 3] spaces.post.read</summary>
    [Get("/spaces/{spaceId}/ideas")]
    Task<IApiResponse<Page<Message>>> GetAsync(string spaceId, int? size, CancellationToken cancellationToken);

    /// <summary>[seed 3] spaces.post.create, [docs D/api/spaces/spaces_spaceid_ideas__post]</summary>
    [Post("/spaces/{spaceId}/ideas")]
    Task<IApiResponse<Envelope<Message>>> CreateAsync(
        string spaceId, string? notify, [Body] MessageRequest message, CancellationToken cancellationToken);

    /// <summary>[docs D/api/messages/ideas_ideaid_messages]</summary>
    [Get("/ideas/{postId}/messages")]
    Task<IApiResponse<Page<Message>>> GetCommentsAsync(string postId, int? size, CancellationToken cancellationToken);

    /// <summary>[repo LT k6/src/join.js]</summary>
    [Get("/users/me/ideas")]
    Task<IApiResponse<Page<Message>>> GetMineAsync(int? size, CancellationToken cancellationToken);
}
