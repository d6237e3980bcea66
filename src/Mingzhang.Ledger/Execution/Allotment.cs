using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>指标：authority to spend: at first what a line of the replied budget gives, afterwards changed by adjustments alone.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">Whence it comes: the reply, an adjustment, or last year.</param>
/// <param name="Line">Its codes, with the phase of the revised budget; its amount is what the reply gave (年初数).</param>
internal sealed record Allotment(string Id, string Source, Line Line)
{
    /// <summary>批复下达。</summary>
    public const string Replied = "reply";

    /// <summary>年中新增。</summary>
    public const string Adjusted = "adjustment";

    /// <summary>上年结转。</summary>
    public const string Carried = "carried";

    public static Allotment Of(StoredRecord r) => new(r.Id, r["source"], Line.Of(r) with { Phase = "revised", Measure = "expenditure" });

    /// <summary>各编码，供程序读。</summary>
    public string Codes => string.Join(' ', new[] { Line.Fund, Line.Nature, Line.Function, Line.Economic, Line.Project }.Where(c => c.Length > 0));

    /// <summary>中文的说法：fund, nature and codes.</summary>
    public string Chinese => Said(m => m.Chinese);

    /// <summary>英文的说法。</summary>
    public string English => Said(m => m.English);

    public StoredRecord Stored(string from)
    {
        var values = new Dictionary<string, string>(Line.Stored().Values, StringComparer.Ordinal) { ["source"] = Source };
        if (from.Length > 0)
        {
            values["line"] = from;
        }

        return new StoredRecord(Kinds.Allotment, Id, Line.Unit, values, 0);
    }

    private string Said(Func<Member, string> name) => string.Join(' ', new[] { Named("fund", Line.Fund, name), Named("nature", Line.Nature, name), Line.Function, Line.Economic, Line.Project }.Where(c => c.Length > 0));

    private static string Named(string dimension, string key, Func<Member, string> name) => Library.Standard.Space.Member(dimension, key) is { } member ? name(member) : key;
}
