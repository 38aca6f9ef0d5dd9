using System.Collections.Concurrent;

namespace AvayaCloud.Spaces;

/// <summary>The spaces that are to be listened to, whatever the connection is like.</summary>
internal sealed class LiveChannels
{
    private readonly ConcurrentDictionary<string, LiveChannel> _channels = new(StringComparer.Ordinal);

    public IReadOnlyCollection<LiveChannel> All => [.. _channels.Values];

    public LiveChannel? Find(string spaceId) => _channels.GetValueOrDefault(spaceId);

    public LiveChannel Want(string spaceId, string? pin) => _channels.GetOrAdd(spaceId, id => new LiveChannel(id, pin));

    public LiveChannel? Remove(string spaceId) => _channels.TryRemove(spaceId, out var channel) ? channel : null;
}
