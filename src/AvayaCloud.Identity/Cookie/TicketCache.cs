using Microsoft.Extensions.Caching.Memory;

namespace AvayaCloud.Identity;

/// <summary>
/// The tickets of cookies that came within the last minute: a page is a dozen requests with one cookie, and opening its seal is the
/// dearest part of each. Only what the portal's own keys have sealed comes in here. That the session still lives is asked behind it at
/// every request, by the ledger and by the clock (decision 0011).
/// </summary>
internal sealed class TicketCache(
    ISecureDataFormat<AuthenticationTicket> seal, TimeProvider clock) : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    // Some 3 kB each. Beyond it the seal is opened as if there were no memory.
    private const int Most = 10_000;

    private readonly MemoryCache _tickets =
        new(new MemoryCacheOptions { SizeLimit = Most, Clock = new CacheClock(clock), ExpirationScanFrequency = Kept });

    /// <summary>Tickets held, for the tests of bounded memory.</summary>
    public int Count => _tickets.Count;

    public string Protect(AuthenticationTicket data) => seal.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => seal.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null || purpose is not null)
            return seal.Unprotect(protectedText, purpose);
        if (!_tickets.TryGetValue<AuthenticationTicket>(protectedText, out var ticket)
            && (ticket = seal.Unprotect(protectedText)) is not null)
        {
            _tickets.Set(protectedText, ticket, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
        }

        // Requests write into the properties of theirs; the person is the same to all.
        return ticket is null ? null : new AuthenticationTicket(ticket.Principal, ticket.Properties.Clone(), ticket.AuthenticationScheme);
    }

    public void Dispose() => _tickets.Dispose();
}
