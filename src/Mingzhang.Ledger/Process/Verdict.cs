using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>审核认定：what a reviewer decided about one finding in an uploaded document, or that its review is finished or open again; each is an entry of the journal and none is changed.</summary>
/// <param name="Upload">Number of the document.</param>
/// <param name="Scope">The department that it belongs to; empty where it is the bureau's.</param>
/// <param name="File">Its name.</param>
/// <param name="Hash">Hash of its bytes.</param>
/// <param name="Finding">The finding; empty where it is about the review.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Said">What was decided.</param>
/// <param name="Reason">Why.</param>
internal sealed record Verdict(string Upload, string Scope, string File, string Hash, string Finding, string Rule, string Said, string Reason)
{
    /// <summary>审核完成。</summary>
    public const string Finished = "finished";

    /// <summary>重新打开。</summary>
    public const string Reopened = "reopened";

    private string Chain => Scope.Length > 0 ? Sealing.DepartmentChain(Scope) : Organisations.CommonChain;

    /// <summary>是否审核这一范围：finance, or the department's own officer.</summary>
    public static bool May(IEnumerable<Person> roles, string scope) => roles.Any(p => (p.Role == Role.Finance || p.Role == Role.Department) && (p.Scope == Person.Everywhere || (scope.Length > 0 && p.Scope == scope)));

    /// <summary>记下。</summary>
    public static void Put(Writing writing, Verdict verdict)
    {
        if (!May(Organisations.Roles(writing, writing.Who), verdict.Scope))
        {
            writing.Refuse($"{writing.Who} 没有审核这份文件的角色", $"{writing.Who} has no role to review this document", "需要财政审核或该部门的部门汇总角色", "it takes the role of finance, or of the department's officer");
            return;
        }

        writing.AddAll(verdict.Chain, [number => new RecordValues().Set("upload", verdict.Upload).Set("scope", verdict.Scope).Set("file", verdict.File).Set("hash", verdict.Hash).Set("finding", verdict.Finding).Set("rule", verdict.Rule).Set("said", verdict.Said).Set("reason", verdict.Reason)
            .As(Kinds.Verdict, $"{verdict.Upload}/{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", verdict.Chain, 0)]);
    }

    /// <summary>一份文件的全部认定，按先后，各有何人何时。</summary>
    public static IReadOnlyList<ToldVerdict> Of(Reading reading, string upload) => reading.Statements.Rows("SELECT v.finding, v.said, v.reason, j.who, j.at FROM verdict v JOIN journal j ON j.chain = v.chain AND j.seq = v.version WHERE v.upload = @upload ORDER BY v.version",
        r => new ToldVerdict(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)), ("upload", upload));
}

/// <summary>一次认定，连同何人何时。</summary>
internal sealed record ToldVerdict(string Finding, string Said, string Reason, string Who, string At);
