using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.App.Serving;

/// <summary>从容停止：at a signal whoever distributes requests learns first that no more should come here; after the given time the server stops, and what is being answered is answered to its end.</summary>
internal sealed class Leaving(Readiness readiness, IHostApplicationLifetime lifetime, ServeSettings settings) : IHostLifetime, IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT];

    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _registrations.AddRange(Signals.Select(s => PosixSignalRegistration.Create(s, Leave)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _registrations.ForEach(r => r.Dispose());

    private void Leave(PosixSignalContext signal)
    {
        signal.Cancel = true;
        readiness.Leave();

        // Who interrupts at a terminal does not wait.
        _ = Task.Delay(signal.Signal == PosixSignal.SIGTERM ? settings.Drain : TimeSpan.Zero).ContinueWith(_ => lifetime.StopApplication(), TaskScheduler.Default);
    }
}
