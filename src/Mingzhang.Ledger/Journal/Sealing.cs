using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>每日封存：the first writing of a later day puts the heads of the units' chains and of the common one, as they stood at the end of the days before, into their department's chain.</summary>
internal static class Sealing
{
    public const string DepartmentPrefix = "dept/";

    /// <summary>部门的链。</summary>
    public static string DepartmentChain(string department) => DepartmentPrefix + department;

    /// <summary>封存今天以前各日。</summary>
    public static void SealEarlierDays(Writing writing) => Seal(writing, writing.At[..10]);

    /// <summary>封存此刻以前的一切。</summary>
    public static void SealNow(Writing writing) => Seal(writing, writing.At + "~");

    private static void Seal(Writing writing, string before)
    {
        var statements = writing.Statements;
        foreach (var department in statements.Rows("SELECT DISTINCT code FROM department ORDER BY code", r => r.GetString(0)))
        {
            var chain = DepartmentChain(department);
            var sealedBefore = Heads(JournalTable.OfKind(statements, chain, JournalEntry.Seal));
            var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var unit in statements.Rows("SELECT DISTINCT code FROM unit WHERE department = @department ORDER BY code", r => r.GetString(0), ("department", department)).Append(Organisation.Organisations.CommonChain))
            {
                var last = statements.Rows("SELECT seq, hash FROM journal WHERE chain = @chain AND at < @before ORDER BY seq DESC LIMIT 1", r => new ChainHead(r.GetInt64(0), r.GetString(1)), ("chain", unit), ("before", before)).FirstOrDefault();

                // After the clock was put back, days before today end earlier than what is sealed already.
                if (last is not null && last.Seq > (sealedBefore.GetValueOrDefault(unit)?.Seq ?? 0))
                {
                    values[unit] = $"{last.Seq} {last.Hash}";
                }
            }

            if (values.Count > 0)
            {
                writing.Append(chain, JournalEntry.Seal, writing.At[..10], null, string.Concat(values.Select(v => $"{v.Key}: {v.Value}\n")), "每日封存");
            }
        }
    }

    /// <summary>已封存的链头，各链最近一次的。</summary>
    public static Dictionary<string, ChainHead> Heads(IEnumerable<JournalEntry> seals)
    {
        var heads = new Dictionary<string, ChainHead>(StringComparer.Ordinal);
        foreach (var seal in seals)
        {
            foreach (var (unit, head) in Of(seal))
            {
                heads[unit] = head;
            }
        }

        return heads;
    }

    /// <summary>一次封存所记的链头。</summary>
    public static IEnumerable<KeyValuePair<string, ChainHead>> Of(JournalEntry seal) => RecordText.Read(seal.Became ?? "").Select(v => v.Value.Split(' ') is [var seq, var hash] && long.TryParse(seq, System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? KeyValuePair.Create(v.Key, new ChainHead(number, hash)) : KeyValuePair.Create(v.Key, ChainHead.Empty));
}
