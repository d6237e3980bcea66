using System.Runtime.InteropServices;

namespace Mingzhang.App.Commands;

/// <summary>中断：Ctrl+C, or a polite request to end: what is being written is finished or taken back, and nothing new is begun. A second Ctrl+C ends at once.</summary>
internal static class Interruption
{
    /// <summary>中断的退出码，按惯例。</summary>
    public const int Code = 130;

    private static readonly CancellationTokenSource Source = new();
    private static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>是否已中断。</summary>
    public static bool Asked => Source.IsCancellationRequested;

    /// <summary>等候时用。</summary>
    public static CancellationToken Token => Source.Token;

    /// <summary>开始留意。</summary>
    public static void Watch()
    {
        if (Registrations.Count == 0)
        {
            Registrations.AddRange(new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s => PosixSignalRegistration.Create(s, Interrupt)));
        }
    }

    private static void Interrupt(PosixSignalContext context)
    {
        context.Cancel = !Asked;
        Source.Cancel();
    }
}
