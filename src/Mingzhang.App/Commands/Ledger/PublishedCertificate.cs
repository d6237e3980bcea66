using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Budget;
using Mingzhang.Documents.Certificates;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>公开时的证书：certifies the file that was published, and anchors in it the heads of the journal that its figures came from: a journal that is rewritten
/// later no longer fits a certificate that others hold.</summary>
internal static class PublishedCertificate
{
    /// <summary>证书文件的选项。</summary>
    public static Option<string?> Target() => LedgerOptions.Text("--certificate", "同时出具勾稽证书，写到 .zip 文件，须有 --key / also certify what is published, with --key");

    /// <summary>签名私钥的选项。</summary>
    public static Option<string?> Key() => LedgerOptions.Text("--key", "签名的私钥，见 mingzhang keys new / private key to sign with");

    /// <summary>能否出具; false after a message. Asked before anything is written.</summary>
    public static bool Ready(LedgerCall call, string? target, string? key, bool force)
    {
        if (target is null && key is null)
        {
            return true;
        }

        if (target is null || key is null)
        {
            call.Tell([Problem.Of("--certificate 与 --key 要一起用", "--certificate and --key go together", "请都写上", "give both")]);
            return false;
        }

        using var signing = KeyFiles.Signing(key);
        return signing is not null && OutputFile.MayWrite(target, force);
    }

    /// <summary>为刚写出的文件出具; what signs is only loaded here.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Of(Writing writing, int year, string code, StagedFile file, byte[] bytes, DateOnly day, string keyFile, StagedFile target) =>
        Write(writing, year, code, new GivenDocument(Path.GetFileName(file.Path), bytes, CheckSettings.None, ReadingChoice.None), day, keyFile, target);

    /// <summary>出具，写在 <paramref name="target"/> 旁边; where it cannot be, nothing is published.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Write(Writing writing, int year, string code, GivenDocument document, DateOnly day, string keyFile, StagedFile target)
    {
        using var key = KeyFiles.Signing(keyFile);
        var certified = key is null ? null : Certifying.Of(Library.Standard, new CertificateRequest([document], day, Messages.Version) { Heads = Heads(writing, year, code) }, key);
        if (certified?.Bytes is { } package)
        {
            target.Write(package);
            return;
        }

        writing.Refuse(new Problem(certified?.Problem ?? new Reason($"钥匙 {keyFile} 不能用", $"the key {keyFile} cannot be used"), new Reason("没有公开；改正后再试", "nothing was published; mend it and try again")));
    }

    // Of the units that publish, their department and what is common to all; each stands for every entry before it.
    private static IReadOnlyList<JournalHead> Heads(Writing writing, int year, string code)
    {
        var units = Organisations.Named(writing, year, code);
        IEnumerable<string> chains = [.. units.Select(u => u.Code), .. units.Select(u => Sealing.DepartmentChain(u.Department)), Organisations.CommonChain];
        return [.. chains.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(c => new { Chain = c, Head = JournalTable.Head(writing.Statements, c) })
            .Where(c => c.Head.Seq > 0).Select(c => new JournalHead(c.Chain, c.Head.Seq, c.Head.Hash))];
    }
}
