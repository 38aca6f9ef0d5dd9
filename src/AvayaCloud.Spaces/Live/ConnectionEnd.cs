namespace AvayaCloud.Spaces;

/// <summary>How one connection ended, which decides what comes next.</summary>
internal abstract record ConnectionEnd
{
    /// <summary>The connection broke, or could not be opened.</summary>
    public sealed record Lost(string Reason, bool WasOpen) : ConnectionEnd;

    /// <summary>The client closed the connection to open another one with a newer token.</summary>
    public sealed record Replaced : ConnectionEnd;

    /// <summary>The server rejected the token. The token is kept for the refresh and is never printed.</summary>
    public sealed record TokenRejected(string? Reason) : ConnectionEnd
    {
        internal required string Token { get; init; }

        public override string ToString() => nameof(TokenRejected);
    }

    public sealed record Final(SpacesError Error) : ConnectionEnd;
}
