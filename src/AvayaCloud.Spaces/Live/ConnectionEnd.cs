namespace AvayaCloud.Spaces;

/// <summary>How one connection ended.</summary>
internal abstract record ConnectionEnd
{
    private ConnectionEnd()
    {
    }

    public sealed record Broken(string Reason, bool WasOpen) : ConnectionEnd;

    /// <summary>We left, to come back with another token.</summary>
    public sealed record Left : ConnectionEnd;

    /// <summary>The token was not taken; it is kept to ask for another, and not printed.</summary>
    public sealed record Refused : ConnectionEnd
    {
        public Refused(string token, string? reason) => (Token, Reason) = (token, reason);

        internal string Token { get; }

        public string? Reason { get; }

        public override string ToString() => nameof(Refused);
    }

    public sealed record Over(SpacesError Error) : ConnectionEnd;
}
