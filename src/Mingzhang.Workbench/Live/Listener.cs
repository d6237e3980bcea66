using System.Globalization;
using System.Threading.Channels;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Workbench.Live;

/// <summary>一位收听者：what he has not been sent yet waits in a queue of bounded length; whoever is too slow is told to look at everything again.</summary>
internal sealed class Listener(string client, string who)
{
    /// <summary>消息最多等几条。</summary>
    public const int Waiting = 64;

    private int _missed;

    /// <summary>页面的编号。</summary>
    public string Client => client;

    /// <summary>姓名。</summary>
    public string Who => who;

    /// <summary>所在的行。</summary>
    public string Row { get; set; } = "";

    /// <summary>所在的栏。</summary>
    public string Field { get; set; } = "";

    /// <summary>待送的消息。</summary>
    public Channel<string> Queue { get; } = Channel.CreateBounded<string>(new BoundedChannelOptions(Waiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>放入一条。</summary>
    public void Put(string text)
    {
        if (!Queue.Writer.TryWrite(text))
        {
            Miss();
        }
    }

    /// <summary>有的没有送到：he is told to look at everything again.</summary>
    public void Miss() => Interlocked.Exchange(ref _missed, 1);

    /// <summary>是否漏了消息; asked once.</summary>
    public bool Missed() => Interlocked.Exchange(ref _missed, 0) == 1;
}

/// <summary>单位某年的键。</summary>
internal static class NewsKey
{
    /// <summary>某单位的。</summary>
    public static string Of(Unit unit) => unit.Year.ToString(CultureInfo.InvariantCulture) + "/" + unit.Code;
}
