using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AvayaCloud.Identity.Postgres;

/// <summary>The data protection keys, shared by all replicas. The portal's certificate encrypts them, if it has one.</summary>
/// <remarks>
/// Replicas that start together on an empty database would each create a first key, and reject each other's cookies until they reload the
/// key ring a day later. So one creates it under a lock while the others wait.
/// </remarks>
internal sealed class PostgresKeyRing(PortalDatabase database) : IXmlRepository
{
    // Limited, because a replica that is configured not to create keys never releases the lock.
    private const string LockFirstKey = "set local lock_timeout = '5s'; select pg_advisory_xact_lock(1936744304, 2)";
    private const string InsertKey = "insert into spaces_portal.keys (name, xml) values ($1, $2)";

    private NpgsqlConnection? _firstKeyLock;

    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async () =>
    {
        var keys = await ReadAsync();
        if (keys.Count == 0)
        {
            await AcquireFirstKeyLockAsync();
            keys = await ReadAsync();
        }

        if (keys.Count > 0)
            await ReleaseFirstKeyLockAsync();
        return keys;
    });

    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        var xml = element.ToString(SaveOptions.DisableFormatting);
        var isStored = await database.TryExecuteAsync(
            (connection, token) => connection.ExecuteAsync(InsertKey, [friendlyName, xml], token), CancellationToken.None);
        await ReleaseFirstKeyLockAsync();
        return isStored ? element : throw Unreachable();
    });

    // A failure must not look like an empty key ring: new keys would be created, and every user would have to sign in again.
    private async Task<List<XElement>> ReadAsync() =>
        await database.TryQueryAsync(ReadAsync, CancellationToken.None) ?? throw Unreachable();

    private static async Task<List<XElement>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand("select xml from spaces_portal.keys order by name");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<XElement> keys = [];
        while (await reader.ReadAsync(cancellationToken))
            keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    private async Task AcquireFirstKeyLockAsync()
    {
        if (_firstKeyLock is not null || await database.OpenAsync(CancellationToken.None) is not { } connection)
            return;
        try
        {
            await connection.BeginTransactionAsync();
            await connection.ExecuteAsync(LockFirstKey, [], CancellationToken.None);
            _firstKeyLock = connection;
        }
        catch (Exception error) when (DbErrors.IsDatabaseError(error))
        {
            await connection.DisposeAsync();
        }
    }

    private async Task ReleaseFirstKeyLockAsync()
    {
        if (Interlocked.Exchange(ref _firstKeyLock, null) is { } connection)
            await connection.DisposeAsync();
    }

    private static InvalidOperationException Unreachable() => new("The key ring in PostgreSQL cannot be reached.");

    // The interface is synchronous.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
