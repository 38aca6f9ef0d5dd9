using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SpacesPortal.Spaces;

/// <summary>The PINs that the user has entered for protected spaces. They are in an encrypted cookie, so that every replica has them, and
/// belong to one session.</summary>
internal sealed class SpacePins(IHttpContextAccessor http, IDataProtectionProvider protection, IOptions<AvayaCloudSettings> settings)
{
    /// <summary>The length that the sandbox allows. Avaya documents none.</summary>
    public const int MaxLength = 64;

    private const int MaxPins = 8;

    private readonly IDataProtector _protector = protection.CreateProtector("SpacesPortal.SpacePins.v1");
    private readonly bool _isHttps = settings.Value.IsHttps;

    private string CookieName => _isHttps ? "__Host-spaces-pins" : "spaces-pins";

    public string? Get(string spaceId) => Read().FirstOrDefault(it => it.SpaceId == spaceId)?.Pin;

    /// <summary>Only before the response has started.</summary>
    public void Set(string spaceId, string pin)
    {
        if (http.HttpContext is not { } context || context.GetSession() is not { } session)
            return;
        SpacePin[] pins = [new(spaceId, pin), .. Read().Where(it => it.SpaceId != spaceId).Take(MaxPins - 1)];
        var text = JsonSerializer.Serialize(new PinList(session.Id.ToString(), pins));
        context.Response.Cookies.Append(
            CookieName,
            _protector.Protect(text),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = _isHttps, IsEssential = true, Path = "/" });
    }

    private IReadOnlyList<SpacePin> Read()
    {
        if (http.HttpContext is not { } context || context.GetSession() is not { } session)
            return [];
        if (context.Request.Cookies[CookieName] is not { } cookie)
            return [];
        try
        {
            var list = JsonSerializer.Deserialize<PinList>(_protector.Unprotect(cookie));
            return list?.Session == session.Id.ToString() ? list.Pins : [];
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return [];
        }
    }

    private sealed record PinList(string Session, IReadOnlyList<SpacePin> Pins);

    private sealed record SpacePin(string SpaceId, string Pin);
}
