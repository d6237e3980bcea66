using System.Globalization;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>日志的查找条件：what the address asks for, within what this person may see; the page and its exports ask alike.</summary>
/// <param name="Query">What is looked for.</param>
/// <param name="Object">The kind of object that was chosen; empty for all.</param>
/// <param name="Chains">The chains that he may choose from.</param>
/// <param name="Everywhere">Whether he sees all of them.</param>
internal sealed record JournalAsked(JournalQuery Query, string Object, IReadOnlyList<JournalAsked.Choice> Chains, bool Everywhere)
{
    /// <summary>报告：all that makes a report go on, whichever record keeps it.</summary>
    public const string Report = "report";

    private const int Longest = 100;
    private static readonly string[] OfReport = [Kinds.Stage.Key, Kinds.Closing.Key, Kinds.Text.Key, Kinds.Comment.Key, Kinds.Publication.Key];

    /// <summary>可以选的种类。</summary>
    public static IReadOnlyList<string> Objects { get; } = [Report, .. Kinds.All.Select(k => k.Key), JournalEntry.Seal];

    /// <summary>没有可看的。</summary>
    public bool Nothing => !Everywhere && Query.Chain.Length == 0;

    /// <summary>由地址; null where a chain is asked for that is not his to see.</summary>
    public static JournalAsked? Of(WorkVisit v)
    {
        var chain = v.Visit.Ask("unit").Trim();
        var everywhere = v.Roles.Any(p => p.Scope == Person.Everywhere);
        var chains = v.Read(r => r.All(Kinds.Unit).Select(Unit.Of).Where(u => v.Roles.Any(p => p.Covers(u))).Select(u => new Choice(u.Code, u.Name)).DistinctBy(c => c.Key)
            .Concat(r.All(Kinds.Department).Select(Department.Of).Where(d => v.Roles.Any(p => p.Scope is Person.Everywhere || p.Scope == d.Code)).Select(d => new Choice(d.Chain, d.Name)).DistinctBy(c => c.Key))
            .Concat(everywhere ? [new Choice(Organisations.CommonChain, v["work.journal.common"])] : []).OrderBy(c => c.Key, StringComparer.Ordinal).ToList());
        if (chain.Length > 0 && !chains.Exists(c => c.Key == chain))
        {
            return null;
        }

        // Who works for one unit sees what was done to it, and to no other.
        var asked = chain.Length > 0 || everywhere ? chain : chains.Count > 0 ? chains[0].Key : "";
        var kind = v.Visit.Ask("object");
        kind = Objects.Contains(kind) ? kind : "";
        return new JournalAsked(new JournalQuery { Chain = asked, Who = Short(v.Visit.Ask("who")), From = Day(v.Visit.Ask("from")), To = Day(v.Visit.Ask("to")), About = Short(v.Visit.Ask("about")), Kinds = kind == Report ? OfReport : kind.Length > 0 ? [kind] : [] }, kind, chains, everywhere);
    }

    /// <summary>种类的名称。</summary>
    public static string Name(WorkVisit v, string kind) => kind == Report ? v["work.journal.report"] : (v.Visit.English ? Kinds.Find(kind)?.English : Kinds.Find(kind)?.Chinese) ?? v["work.journal.seal"];

    private static string Short(string text) => text.Trim() is { Length: <= Longest } whole ? whole : text.Trim()[..Longest];

    private static string Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : "";

    /// <summary>一条可选的链。</summary>
    internal sealed record Choice(string Key, string Name);
}
