using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Rules;

namespace Mingzhang.Portal.Hosting;

/// <summary>站点：the archive that is shown, with what is needed to show it.</summary>
internal sealed class Site(ArchiveStore store, Library library, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private string _stamp = "";
    private DateTimeOffset _asked;

    public ArchiveStore Store => store;

    public Library Library => library;

    public Bridges Bridges { get; } = new(library);

    public PageCache Cache { get; } = new();

    public Originals Originals { get; } = new();

    /// <summary>各规则的名称。</summary>
    public static IReadOnlyDictionary<string, Rule> Rules => RuleTexts.Standard.Rules;

    /// <summary>档案的状态; asked again after two seconds at the earliest.</summary>
    public string Stamp()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_stamp.Length == 0 || now - _asked > Fresh)
            {
                _stamp = store.Read(a => a.Stamp());
                _asked = now;
            }

            return _stamp;
        }
    }
}
