using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mingzhang.Tests.Security;

/// <summary>留下的日志：what a server says of its own failures, to be looked at.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Said { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // That much is refused is what some tests are for.
        if (IsEnabled(logLevel) && !formatter(state, exception).StartsWith("alarm:", StringComparison.Ordinal))
        {
            Said.Enqueue(formatter(state, exception) + " " + exception);
        }
    }

    public void Dispose()
    {
    }
}
