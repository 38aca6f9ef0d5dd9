using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AvayaCloud.Spaces;
using SpacesPortal.Spaces;

namespace SpacesPortal.ComponentTests.Support;

/// <summary>Returns one listing, or pages of rows, and records its calls.</summary>
internal sealed class FakeDirectory : ISpaceDirectory
{
    private readonly Channel<SpaceProgress> _progress = Channel.CreateUnbounded<SpaceProgress>();

    public List<SpaceFilter> Asked { get; } = [];

    public List<Space> Spaces { get; } = [];

    public bool Complete { get; set; } = true;

    public DateTimeOffset AsOf { get; set; } = Some.Noon;

    public SpacesError? Error { get; set; }

    /// <summary>Set to make the answer wait, as a real one does.</summary>
    public TaskCompletionSource? Answering { get; set; }

    public void Report(SpaceProgress progress) => _progress.Writer.TryWrite(progress);

    public void End() => _progress.Writer.Complete();

    public async Task<SpaceListing> ListAsync(SpaceFilter filter, CancellationToken cancellationToken)
    {
        Asked.Add(filter);
        if (Answering is { } answering)
            await answering.Task.WaitAsync(cancellationToken);
        var listed = Spaces.Where(space => space.IsArchived == filter.Archived).ToList();
        var matching = listed.Where(space => !filter.PinnedOnly || space.IsPinned).ToList();
        var rows = matching.Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToList();
        return new SpaceListing(rows, matching.Count, listed.Count, Complete, AsOf, Error, Spaces.Count - listed.Count);
    }

    public async IAsyncEnumerable<SpaceProgress> WatchAsync(bool archived, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var progress in _progress.Reader.ReadAllAsync(cancellationToken))
            yield return progress;
    }
}
