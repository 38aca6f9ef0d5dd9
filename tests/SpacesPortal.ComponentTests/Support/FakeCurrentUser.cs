using AvayaCloud.Spaces;
using SpacesPortal.Profile;

namespace SpacesPortal.ComponentTests.Support;

/// <summary>Returns the user on demand, so that a test also sees the page before that.</summary>
internal sealed class FakeCurrentUser : ICurrentUser
{
    private readonly TaskCompletionSource<SpacesOutcome<User>> _answer = new();

    public bool HasAnswered => _answer.Task.IsCompleted;

    public void Answer(User user) => _answer.SetResult(new SpacesOutcome<User>.Ok(user));

    public void Answer(SpacesOutcome<User> outcome) => _answer.SetResult(outcome);

    public Task<SpacesOutcome<User>> GetAsync(CancellationToken cancellationToken) => _answer.Task;
}
