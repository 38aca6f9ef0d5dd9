using Microsoft.Extensions.Caching.Memory;

namespace AvayaCloud.Identity;

/// <summary>Remembers decrypted tickets for a minute: a page is a dozen requests with the same cookie, and decrypting it is the most
/// expensive part of each. Whether the session is still active is checked on every request, by the ledger and the clock (decision
/// 0011).</summary>
internal sealed class TicketCache(
    ISecureDataFormat<AuthenticationTicket> format, TimeProvider clock) : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    // About 3 kB each. Further tickets are decrypted every time.
    private const int MaxTickets = 10_000;

    private readonly MemoryCache _tickets =
        new(new MemoryCacheOptions { SizeLimit = MaxTickets, Clock = new CacheClock(clock), ExpirationScanFrequency = Lifetime });

    public int Count => _tickets.Count;

    public string Protect(AuthenticationTicket data) => format.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => format.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null || purpose is not null)
            return format.Unprotect(protectedText, purpose);
        if (!_tickets.TryGetValue<AuthenticationTicket>(protectedText, out var ticket))
        {
            ticket = format.Unprotect(protectedText);
            if (ticket is not null)
                _tickets.Set(protectedText, ticket, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lifetime, Size = 1 });
        }

        // Each request changes its own properties; the principal is shared.
        return ticket is null ? null : new AuthenticationTicket(ticket.Principal, ticket.Properties.Clone(), ticket.AuthenticationScheme);
    }

    public void Dispose() => _tickets.Dispose();
}

/// <summary>The portal's clock for a <see cref="MemoryCache"/>, which has its own clock interface.</summary>
internal sealed class CacheClock(TimeProvider clock) : Microsoft.Extensions.Internal.ISystemClock
{
    public DateTimeOffset UtcNow => clock.GetUtcNow();
}
