using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mingzhang.Workbench.Hosting.Uploads;

/// <summary>病毒扫描：asks the operator's clamd, by its own protocol (INSTREAM), on a socket of this machine or a port that he names. A scanner that does not answer lets nothing pass.</summary>
internal sealed class Scanner
{
    private const int Piece = 64 * 1024, LongestAnswer = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly EndPoint _place;

    private Scanner(EndPoint place) => _place = place;

    /// <summary>由写法：unix:/run/clamav/clamd.ctl, or clamd:ADDRESS:PORT; null where it is neither.</summary>
    public static Scanner? Of(string text) => text.Split(':') switch
    {
        ["unix", { Length: > 1 and < 100 } path] when path[0] == '/' => new Scanner(new UnixDomainSocketEndPoint(path)),
        ["clamd", { Length: > 0 } host, var port] when ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => new Scanner(IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, number) : new DnsEndPoint(host, number)),
        _ => null,
    };

    /// <summary>扫描一份。</summary>
    public async Task<Verdict> Scan(Stream file, CancellationToken stop)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ends.CancelAfter(Patience);
        try
        {
            return Verdict.Of(await Ask(file, ends.Token));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return Verdict.Silent;
        }
    }

    private async Task<string> Ask(Stream file, CancellationToken stop)
    {
        using var socket = _place is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_place, stop);
        await using var line = new NetworkStream(socket);
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);

        // Each piece with its length before it; one of no length is the end.
        var piece = new byte[sizeof(int) + Piece];
        for (var read = -1; read != 0;)
        {
            read = await file.ReadAsync(piece.AsMemory(sizeof(int)), stop);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await line.WriteAsync(piece.AsMemory(0, sizeof(int) + read), stop);
        }

        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && await line.ReadAsync(answer.AsMemory(length), stop) is > 0 and var more)
        {
            length += more;
        }

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }
}

/// <summary>扫描的结论。</summary>
/// <param name="Clean">Whether it may pass.</param>
/// <param name="Found">What was found; null where nothing was, or nobody answered.</param>
internal sealed record Verdict(bool Clean, string? Found)
{
    private const int LongestName = 80;

    /// <summary>没有回答。</summary>
    public static Verdict Silent { get; } = new(false, null);

    /// <summary>由回答: only what says so plainly is clean.</summary>
    public static Verdict Of(string answer)
    {
        const string Begins = "stream: ", Ends = " FOUND";
        return answer == "stream: OK" ? new Verdict(true, null)
            : answer.StartsWith(Begins, StringComparison.Ordinal) && answer.EndsWith(Ends, StringComparison.Ordinal) && answer.Length > Begins.Length + Ends.Length ? new Verdict(false, answer[Begins.Length..^Ends.Length] is { Length: > LongestName } name ? name[..LongestName] : answer[Begins.Length..^Ends.Length])
            : Silent;
    }
}
