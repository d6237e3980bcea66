namespace Mingzhang.Documents;

/// <summary>没有大小的文件：pipes, devices and empty files: read apart, so that one that gives nothing keeps nobody waiting.</summary>
internal static class UnsizedFile
{
    /// <summary>没有内容时最多等多久。</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>读取; not ended where nothing came for as long as patience allows. The bytes are null where there are more than the most.</summary>
    public static (byte[]? Bytes, bool Ended) Read(FileInfo file, long most, TimeSpan patience)
    {
        var progress = new Progress();
        var reading = Task.Factory.StartNew(
            () =>
            {
                using var stream = file.OpenRead();
                return BoundedBytes.Read(stream, most, progress);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (true)
        {
            try
            {
                if (reading.Wait(TimeSpan.FromMilliseconds(50)))
                {
                    return (reading.Result, true);
                }
            }
            catch (AggregateException e) when (e.InnerException is IOException or UnauthorizedAccessException)
            {
                throw e.InnerException;
            }

            if (progress.Idle > patience)
            {
                return (null, false);
            }
        }
    }

    /// <summary>进展：when something came last.</summary>
    internal sealed class Progress
    {
        private long _last = Environment.TickCount64;

        public TimeSpan Idle => TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _last));

        public void Report() => Interlocked.Exchange(ref _last, Environment.TickCount64);
    }
}

/// <summary>有限的字节：a stream read up to a bound.</summary>
public static class BoundedBytes
{
    /// <summary>读取; null where there are more bytes than the most.</summary>
    public static byte[]? Read(Stream stream, long most) => Read(stream, most, null);

    internal static byte[]? Read(Stream stream, long most, UnsizedFile.Progress? progress)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            progress?.Report();
            if (copy.Length + read > most)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
