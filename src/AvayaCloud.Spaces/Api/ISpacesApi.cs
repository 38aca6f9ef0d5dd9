using Refit;

namespace AvayaCloud.Spaces;

/// <summary>The calls as they are on the wire. Pages use <see cref="SpacesClient"/>, which turns answers into outcomes.</summary>
[Headers("Accept: application/json")]
public interface ISpacesApi
{
    /// <summary>[seed 1] step 7, [docs D/api/users/users_me]</summary>
    [Get("/users/me")]
    Task<IApiResponse<User>> GetMeAsync(CancellationToken cancellationToken);

    /// <summary>[docs D/api/users/users_me_spaces]</summary>
    [Get("/users/me/spaces")]
    Task<IApiResponse<SpacesPage>> GetMySpacesAsync([Query] MySpacesParameters parameters, CancellationToken cancellationToken);
}
