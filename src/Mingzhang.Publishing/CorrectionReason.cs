using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Publishing;

/// <summary>更正的理由：given when a correction was begun, and kept in the journal; it is shown beside the version that came of it.</summary>
internal static class CorrectionReason
{
    /// <summary>有这个哈希的一版的; empty where it is the first, or none of ours.</summary>
    public static string Of(Reading reading, string hash)
    {
        if (reading.All(Kinds.Publication, ("hash", hash)) is not [var version, ..] || version.Whole("number") < 2 || Organisations.Owner(reading, (int)version.Whole("year"), version["owner"]) is not { } owner)
        {
            return "";
        }

        var chain = owner.Whole ? Sealing.DepartmentChain(owner.Code) : owner.Code;
        var published = JournalTable.OfKind(reading.Statements, chain, Kinds.Publication.Key).FirstOrDefault(e => e.Became?.Contains("hash: " + hash, StringComparison.Ordinal) == true);
        return JournalTable.OfKind(reading.Statements, chain, Kinds.Stage.Key).LastOrDefault(e => e.Why.Length > 0 && Begins(e) && (published is null || e.Seq < published.Seq))?.Why ?? "";
    }

    // From what is public to a draft.
    private static bool Begins(JournalEntry e) => e.Became?.Contains("report: draft\n", StringComparison.Ordinal) == true && (e.Was?.Contains("report: published\n", StringComparison.Ordinal) == true || e.Was?.Contains("report: corrected\n", StringComparison.Ordinal) == true);
}
