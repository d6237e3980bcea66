using Mingzhang.Budget;

namespace Mingzhang.Documents.Certificates;

/// <summary>验证的结果，供人阅读：the conclusion first, then who signed, then what differs.</summary>
public static class VerificationText
{
    /// <summary>各行。</summary>
    public static IEnumerable<string> Lines(Verified verified, bool english)
    {
        ArgumentNullException.ThrowIfNull(verified);
        yield return State(verified).In(english);
        yield return Signer(verified).In(english);
        yield return Versions(verified).In(english);
        foreach (var alteration in verified.Alterations)
        {
            yield return "  " + Named(alteration, english);
        }

        foreach (var document in verified.Documents)
        {
            yield return (document.Differs ? new Reason($"{document.Name}：与证书所载不同", $"{document.Name}: differs from the certificate")
                : new Reason($"{document.Name}：全文、数字、表格、结果和说明与证书所载一致", $"{document.Name}: text, figures, tables, results and waivers are as the certificate says")).In(english);
            foreach (var line in Said(document.Report, english))
            {
                yield return "  " + line;
            }

            // Those that count as alterations stand above.
            foreach (var difference in document.Differences.Except(verified.Alterations))
            {
                yield return "  " + Named(difference, english);
            }

            foreach (var finding in document.New)
            {
                yield return "  " + new Reason("新有 ", "new: ").In(english) + Finding(finding, english);
            }

            foreach (var finding in document.Gone)
            {
                yield return "  " + new Reason("不再有 ", "gone: ").In(english) + Finding(finding, english);
            }
        }

        foreach (var head in verified.Manifest.Heads)
        {
            yield return new Reason($"账库日志：{PlainText.Of(head.Chain)} 第 {head.Entry} 笔，{PlainText.Of(head.Hash)}", $"journal of the ledger: {PlainText.Of(head.Chain)}, entry {head.Entry}, {PlainText.Of(head.Hash)}").In(english);
        }
    }

    /// <summary>结论。</summary>
    public static Reason State(Verified verified)
    {
        ArgumentNullException.ThrowIfNull(verified);
        return verified.State switch
        {
            CertificateState.Holds when verified.Trust == SignerTrust.Expected => new Reason("证书成立：签名人即所指明的公开单位，内容未被改动，重新查验结果一致", "The certificate holds: it is signed by the publisher that was named, nothing was altered, and checking again gives the same"),
            CertificateState.Holds => new Reason("内容自相一致：重新查验结果与证书所载相同；但未证明由谁出具", "The contents agree with each other: checking again gives what the certificate says; but it is not proven who issued it"),
            CertificateState.OtherVersion => new Reason("证书未被改动；规则或程序的版本不同，按现在的版本查验，结果有下列不同", "The certificate was not altered; the rules or the program are of another version, and checking by the present one would differ as follows"),
            CertificateState.Unproven => new Reason("证书不成立：按现在的版本重新查验，结果不同；签名人未证明，不能排除改动", "The certificate does not hold: checking again by the present version gives other results, and since the signer is not proven, alteration cannot be excluded"),
            _ => new Reason("证书不成立：内容已被改动，或签名人不符", "The certificate does not hold: it was altered, or the signer is another"),
        };
    }

    /// <summary>签名人。</summary>
    public static Reason Signer(Verified verified)
    {
        ArgumentNullException.ThrowIfNull(verified);
        var print = verified.Key.Fingerprint;
        return verified.Trust switch
        {
            SignerTrust.Expected => new Reason($"签名人：所指明的公开单位（指纹 {print}）", $"Signer: the publisher that was named (fingerprint {print})"),
            SignerTrust.Other => new Reason($"签名人：不是所指明的公开单位（指纹 {print}）", $"Signer: not the publisher that was named (fingerprint {print})"),
            _ => new Reason($"签名人未证明（指纹 {print}）：请用 --key 或 --fingerprint 指明公开单位的公钥", $"The signer is not proven (fingerprint {print}): name the publisher's key with --key or --fingerprint"),
        };
    }

    /// <summary>版本。</summary>
    public static Reason Versions(Verified verified)
    {
        ArgumentNullException.ThrowIfNull(verified);
        var (rules, tool) = (PlainText.Of(verified.Manifest.Rules), PlainText.Of(verified.Manifest.Tool));
        var now = verified.Manifest.Rules == verified.Rules ? new Reason("", "") : new Reason($"（现为 {verified.Rules}，版本不同）", $" (now {verified.Rules}: the rules differ)");
        var by = verified.Manifest.Tool == verified.Tool ? new Reason("", "") : new Reason($"（现为 {verified.Tool}）", $" (now {verified.Tool})");
        return new Reason($"规则 {rules}{now.Chinese}；程序 {tool}{by.Chinese}", $"Rules {rules}{now.English}; program {tool}{by.English}");
    }

    // What the checks come to, what was explained and why, and which rules were set aside.
    private static IEnumerable<string> Said(Report? report, bool english)
    {
        if (report is null)
        {
            yield break;
        }

        var broken = report.Checks.Count(c => c.Outcome == Outcome.Broken);
        var held = report.Checks.Count(c => c.Outcome is Outcome.Held or Outcome.HeldWithinRounding or Outcome.HeldByTruncation);
        var open = report.Checks.Count(c => c.Outcome == Outcome.NotChecked);
        int Of(Severity severity) => report.Findings.Count(f => f.Severity == severity);
        yield return new Reason($"核对 {held + broken} 项，相符 {held} 项，不符 {broken} 项；未能核对 {open} 项。错误 {Of(Severity.Error)}，疑点 {Of(Severity.Warning)}，提示 {Of(Severity.Note)}，说明后放行 {report.Waived.Count}",
            $"{held + broken} checks, {held} held, {broken} broken; {open} not checked. Errors {Of(Severity.Error)}, warnings {Of(Severity.Warning)}, notes {Of(Severity.Note)}, waived {report.Waived.Count}").In(english);
        foreach (var waived in report.Waived)
        {
            yield return new Reason($"说明后放行 {waived.Finding.Rule}：{PlainText.Of(waived.Waiver.Reason)}", $"waived {waived.Finding.Rule}: {PlainText.Of(waived.Waiver.Reason)}").In(english);
        }

        foreach (var (rule, severity) in report.Settings.Severities.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            yield return (severity is { } level ? new Reason($"规则 {rule} 的程度改为{Word(level)}", $"rule {rule} is set to {level.ToString().ToLowerInvariant()}") : new Reason($"规则 {rule} 停用", $"rule {rule} is off")).In(english);
        }
    }

    private static string Word(Severity severity) => Reports.SeverityWords.Chinese(severity);

    private static string Named(Alteration alteration, bool english) => new Reason(alteration.Part + "：" + alteration.What.Chinese, alteration.Part + ": " + alteration.What.English).In(english);

    private static string Finding(ComparedFinding finding, bool english) => PlainText.Of(finding.Rule) + " " + PlainText.Of(finding.Message.In(english));
}
