using System.Collections.Concurrent;
using System.Security.Cryptography;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Live;
using Mingzhang.Workbench.Pages.Review;
using Mingzhang.Workbench.Pages.Rules;
using Mingzhang.Workbench.Pages.Uploads;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台：the ledger that officers work on, with their accounts and the archive that they publish to. A ledger on its connection serves one request at a time, so there are several.</summary>
internal sealed class WorkSite : IDisposable
{
    private readonly string _address;
    private readonly ConcurrentBag<Store> _idle = [];

    private WorkSite(string address, ArchiveStore archive, Library library, TimeProvider clock, AccountRows accounts)
    {
        _address = address;
        Archive = archive;
        Library = library;
        Clock = clock;
        Accounts = accounts;
    }

    public ArchiveStore Archive { get; }

    public Library Library { get; }

    public TimeProvider Clock { get; }

    public AccountRows Accounts { get; }

    /// <summary>各部门底稿的核对。</summary>
    public DraftChecks Drafts { get; } = new();

    /// <summary>规则集的试跑。</summary>
    public RuleTrial Trial { get; } = new();

    /// <summary>上传文件的检查。</summary>
    public UploadReports Uploads { get; } = new();

    /// <summary>各单位的消息。</summary>
    public IUnitNews News { get; } = new UnitNews();

    /// <summary>首次使用的代码：known to whoever started the server, so that no stranger who is quicker becomes its administrator.</summary>
    public string FirstCode { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    /// <summary>是否已有账号。</summary>
    public bool Begun => Accounts.Read(s => s.Rows("SELECT id FROM work_account LIMIT 1", _ => true)).Count > 0;

    /// <summary>打开; the ledger is made where there is none.</summary>
    public static WorkSite Open(string address, ArchiveStore archive, Library library, TimeProvider clock, out Ledger.Problem? problem)
    {
        var ledger = Store.Open(address, clock, create: true, out problem);
        ledger?.Dispose();
        return problem is null ? new WorkSite(address, archive, library, clock, AccountRows.Open(address, clock)) : null!;
    }

    /// <summary>用账库做一件事。</summary>
    public T With<T>(Func<Store, T> work)
    {
        var store = _idle.TryTake(out var idle) ? idle : Store.Open(_address, Clock, create: false, out var problem) ?? throw new InvalidOperationException(problem!.Message.English);
        var sound = false;
        try
        {
            var result = work(store);
            sound = true;
            return result;
        }
        finally
        {
            // One whose connection failed is not used again.
            if (sound)
            {
                _idle.Add(store);
            }
            else
            {
                store.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Accounts.Dispose();
        while (_idle.TryTake(out var store))
        {
            store.Dispose();
        }
    }
}
