using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Jobs;
using Mingzhang.Workbench.Live;
using Mingzhang.Workbench.Pages.Review;
using Mingzhang.Workbench.Pages.Uploads;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台：the ledger that officers work on, with their accounts and the archive that they publish to. A ledger on its connection serves one request at a time, so there are several.</summary>
internal sealed class WorkSite : IDisposable
{
    private readonly string _address;
    private const int FirstCodeLength = 20;

    // A server has few connections for many people: as many as its processors can use, beside those that wait for a lock or for the disk. Who reads does not wait for those who write.
    private const int MostReaders = 16, MostWriters = 16;

    private readonly ConcurrentBag<Store> _idle = [];
    private readonly SemaphoreSlim _readers = new(MostReaders, MostReaders), _writers = new(MostWriters, MostWriters);

    [ThreadStatic]
    private static int _held;

    private readonly SealedDay _sealed = new();
    private readonly NodeNews? _nodes;

    private WorkSite(string address, ArchiveStore archive, Library library, TimeProvider clock, AccountRows accounts, JobSettings jobs)
    {
        _address = address;
        Archive = archive;
        Library = library;
        Clock = clock;
        Accounts = accounts;
        _nodes = jobs.Cluster ? new NodeNews(Store.DatabaseOf(address)!.Connecting, jobs.Node, clock) : null;
        News = new UnitNews(_nodes);
        FirstCode = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(archive.Questions(q => q.Secret())), "first account"u8))[..FirstCodeLength];
        Jobs = new JobDesk(this, new JobRows(accounts), new Scheduling(Store.DatabaseOf(address)!, jobs));
    }

    /// <summary>账库的地址，as it was given.</summary>
    public string DatabaseAddress => _address;

    public ArchiveStore Archive { get; }

    public Library Library { get; }

    public TimeProvider Clock { get; }

    public AccountRows Accounts { get; }

    /// <summary>各部门底稿的核对。</summary>
    public DraftChecks Drafts { get; } = new();

    /// <summary>上传文件的检查。</summary>
    public UploadReports Uploads { get; } = new();

    /// <summary>后台任务。</summary>
    public JobDesk Jobs { get; }

    /// <summary>旁边的网站; null until the server is built.</summary>
    public Site? Portal { get; private set; }

    /// <summary>备份放在哪个文件夹; null where none is named, and a backup is only taken home.</summary>
    public string? Backups { get; init; }

    /// <summary>各单位的消息。</summary>
    public UnitNews News { get; }

    /// <summary>首次使用的代码：known to whoever started the server, so that no stranger who is quicker becomes its administrator; the same on every node of one place.</summary>
    public string FirstCode { get; }

    /// <summary>是否已有账号。</summary>
    public bool Begun => Accounts.Read(s => s.Rows("SELECT id FROM work_account LIMIT 1", _ => true)).Count > 0;

    /// <summary>打开; the ledger is made where there is none.</summary>
    public static WorkSite Open(string address, ArchiveStore archive, Library library, TimeProvider clock, out Ledger.Problem? problem, JobSettings? jobs = null, string? backups = null)
    {
        var ledger = Store.Open(address, clock, create: true, out problem);
        ledger?.Dispose();
        return problem is null ? new WorkSite(address, archive, library, clock, AccountRows.Open(address, clock), jobs ?? JobSettings.Alone) { Backups = backups } : null!;
    }

    /// <summary>与网站和别的节点一起开始。</summary>
    public void Begin(Site portal)
    {
        Portal = portal;
        _nodes?.Begin(News, portal.Changed);
    }

    /// <summary>档案刚有变化：what was published is seen at once, here and on other nodes.</summary>
    public void Changed()
    {
        Portal?.Changed();
        _nodes?.Changed();
    }

    /// <summary>用账库做一件事；<paramref name="writes"/> where it changes something.</summary>
    public T With<T>(Func<Store, T> work, bool writes = false)
    {
        // Whoever has one already and asks for another does not wait for himself.
        var first = _held++ == 0;
        var free = writes ? _writers : _readers;
        if (first)
        {
            free.Wait();
        }

        Store? store = null;
        var sound = false;
        try
        {
            store = _idle.TryTake(out var idle) ? idle : Store.Open(_address, Clock, create: false, out var problem, _sealed) ?? throw new InvalidOperationException(problem!.Message.English);
            var result = work(store);
            sound = true;
            return result;
        }
        finally
        {
            if (sound)
            {
                _idle.Add(store!);
            }
            else
            {
                // One whose connection failed is not used again, and what a server that was restarted closed are all of them: only the first who asks afterwards is told.
                store?.Dispose();
                Forget();
            }

            _held--;
            if (first)
            {
                free.Release();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Drafts.Stop();
        _nodes?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Jobs.Scheduling.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Accounts.Dispose();
        Forget();
        _readers.Dispose();
        _writers.Dispose();
    }

    private void Forget()
    {
        while (_idle.TryTake(out var store))
        {
            store.Dispose();
        }
    }
}
