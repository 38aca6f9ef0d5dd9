using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AvayaCloud.Identity.Postgres;

/// <summary>The keys of data protection, for all replicas. Sealing them is up to the portal's certificate.</summary>
internal sealed class PostgresKeyRing(PortalDatabase database) : IXmlRepository
{
    private readonly FirstKey _firstKey = new(database);

    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async () =>
    {
        var keys = await ReadAsync(CancellationToken.None);
        if (keys.Count == 0)
        {
            await _firstKey.ClaimAsync(CancellationToken.None);
            keys = await ReadAsync(CancellationToken.None);
        }

        if (keys.Count > 0)
            await _firstKey.ReleaseAsync(CancellationToken.None);
        return keys;
    });

    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        var text = element.ToString(SaveOptions.DisableFormatting);
        var done = await database.TryAsync(
            (connection, token) =>
                connection.RunAsync("insert into spaces_portal.keys (name, xml) values ($1, $2)", [friendlyName, text], token),
            CancellationToken.None);
        await _firstKey.ReleaseAsync(CancellationToken.None);
        return done ? element : throw Away();
    });

    // No keys and no answer must not be the same: without any, new ones are made and everybody signs in again.
    private async Task<List<XElement>> ReadAsync(CancellationToken cancellationToken) =>
        await database.AskAsync(ReadAsync, cancellationToken) ?? throw Away();

    private static async Task<List<XElement>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("select xml from spaces_portal.keys order by name");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<XElement> keys = [];
        while (await reader.ReadAsync(cancellationToken))
            keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    private static InvalidOperationException Away() => new("The keys in PostgreSQL cannot be reached.");

    // The interface knows no tasks.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
