namespace AvayaCloud.Identity.Tests.Infrastructure;

/// <summary>A page that takes its time: <c>/slow</c>.</summary>
internal sealed class SlowPage
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Asked => _asked.Task;

    public void Answer() => _answer.SetResult();

    public async Task<string> AnswerAsync()
    {
        _asked.SetResult();
        await _answer.Task;
        return "at last";
    }
}
