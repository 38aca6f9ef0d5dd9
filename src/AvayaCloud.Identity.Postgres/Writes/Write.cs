namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// Something that the database must learn, now or when it is back. May be done twice. Of two with one key the later one counts.
/// </summary>
internal abstract record Write(string Key)
{
    public abstract Task DoAsync(NpgsqlConnection connection, CancellationToken cancellationToken);
}
