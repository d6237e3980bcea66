using System.Collections.Concurrent;

namespace Mingzhang.Workbench.Jobs;

/// <summary>一件之内办到哪里：of a job whose one piece takes long, in the memory of the node that does it, since its own transaction holds the database meanwhile; another node shows that it is in hand.</summary>
internal sealed class JobProgress
{
    private readonly ConcurrentDictionary<string, Part> _parts = new(StringComparer.Ordinal);

    /// <summary>开始说一项的进度，说完为止。</summary>
    public Told Begin(string job) => new(this, job);

    /// <summary>一项的进度; null where nothing is told.</summary>
    public Part? Of(string job) => _parts.GetValueOrDefault(job);

    /// <summary>一件的一部分。</summary>
    internal sealed record Part(int Done, int Total);

    /// <summary>正在说的进度。</summary>
    internal sealed class Told(JobProgress all, string job) : IDisposable
    {
        /// <summary>说一次。</summary>
        public void Tell(int done, int total) => all._parts[job] = new Part(done, total);

        /// <inheritdoc/>
        public void Dispose() => all._parts.TryRemove(job, out _);
    }
}
