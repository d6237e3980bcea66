using Microsoft.AspNetCore.Http;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Asking;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Files.Shelves;
using Mingzhang.Portal.Searching;
using Mingzhang.Rules;

namespace Mingzhang.Portal.Hosting;

/// <summary>站点：the archive that is shown, with what is needed to show it.</summary>
internal sealed class Site(ArchiveStore store, Library library, TimeProvider clock, string? files = null)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private string _stamp = "";
    private DateTimeOffset _asked;

    public ArchiveStore Store => store;

    public Library Library => library;

    public Bridges Bridges { get; } = new(library);

    public PageCache Cache { get; } = new();

    /// <summary>说到改名的句子。</summary>
    public RenamingSentences Renamings { get; } = new();

    public Originals Originals { get; } = new();

    /// <summary>科目的查找。</summary>
    public CodeNames Codes { get; } = new(library);

    /// <summary>备好的文件。</summary>
    public Shelf Shelf { get; } = new(store, library, files ?? Shelf.FolderOf(store));

    /// <summary>提问表单的记号。</summary>
    public FormMark Marks { get; } = new(() => store.Questions(b => b.Secret()), clock);

    /// <summary>公开的网址，不以斜杠结尾；empty where it is whatever the visitor used.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>更正的理由：what was given for the version of this hash, where the ledger it was published from is on the same server.</summary>
    public Func<string, string> CorrectedFor { get; set; } = _ => "";

    /// <summary>完整网址的开头：for feeds, maps and answers that are read elsewhere.</summary>
    public string Address(HttpRequest request) => PublicAddress.Length > 0 ? PublicAddress : request.Scheme + "://" + request.Host.ToUriComponent();

    /// <summary>各规则的名称。</summary>
    public static IReadOnlyDictionary<string, Rule> Rules => RuleTexts.Standard.Rules;

    /// <summary>档案刚有变化：what is published here is seen at once.</summary>
    public void Changed()
    {
        lock (_gate)
        {
            _stamp = "";
        }
    }

    /// <summary>档案的状态; asked again after two seconds at the earliest.</summary>
    public string Stamp()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_stamp.Length == 0 || now - _asked > Fresh)
            {
                _stamp = store.Read(a => a.Stamp()) + store.Analytics?.Mark;
                _asked = now;
            }

            return _stamp;
        }
    }
}
