namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Reads one scheme of the Authorization header [wire 3]. Register another to take in another kind of caller.</summary>
internal interface ICallerReader
{
    /// <summary>The word before the credential; its case does not matter.</summary>
    string Scheme { get; }

    ValueTask<CallerReading> ReadAsync(string credential, CancellationToken cancellationToken);
}

/// <summary>A caller, or why there is none.</summary>
internal abstract record CallerReading
{
    private CallerReading()
    {
    }

    public sealed record Known(Caller Caller) : CallerReading;

    /// <summary>Status is 401 for a credential that is worth nothing, 403 for a good one of somebody shut out.</summary>
    public sealed record Refused(string Error, string Message, int Status = StatusCodes.Status401Unauthorized) : CallerReading;
}
