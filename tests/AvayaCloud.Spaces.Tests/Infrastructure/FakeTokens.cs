namespace AvayaCloud.Spaces.Tests;

/// <summary>A user whose first token is <see cref="First"/>, and whose refreshed one is <see cref="Renewed"/>.</summary>
internal sealed class FakeTokens : IAccessTokenSource
{
    public const string First = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    public const string Renewed = "f0e1d2c3b4a5968778695a4b3c2d1e0f98765432";

    public string? Current { get; set; } = First;

    public string? Next { get; set; } = Renewed;

    public Exception? Failure { get; set; }

    public List<string> Rejected { get; } = [];

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
        Failure is null ? ValueTask.FromResult(Current) : ValueTask.FromException<string?>(Failure);

    public ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken)
    {
        Rejected.Add(rejected);
        return ValueTask.FromResult(Current = Next);
    }
}
