using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Certificates;

namespace Mingzhang.Tests.Certificates;

/// <summary>勾稽证书：what was issued verifies, and every alteration is found, hashes and signature made anew or not.</summary>
public class CertificateTests
{
    private const string Folder = "documents/1/";
    private static readonly byte[] Issued = Publisher.Certificate();

    [Fact]
    public void What_was_issued_holds()
    {
        var verified = Publisher.Verify(Issued, Publisher.Key.Public.Fingerprint);
        Assert.Equal(CertificateState.Holds, verified.State);
        Assert.True(verified.Holds);
        Assert.Equal(SignerTrust.Expected, verified.Trust);
        Assert.Empty(verified.Alterations);
        Assert.Empty(verified.Documents[0].Differences);
        Assert.Single(verified.Documents[0].Report!.Waived);
        var said = string.Join('\n', VerificationText.Lines(verified, english: false));
        Assert.Contains("证书成立", said, StringComparison.Ordinal);
        Assert.Contains("上级批复时如此", said, StringComparison.Ordinal);
        Assert.Contains("The certificate holds", string.Join('\n', VerificationText.Lines(verified, english: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_known_key_the_signer_is_not_proven()
    {
        var verified = Publisher.Verify(Issued);
        Assert.True(verified.Holds);
        Assert.Equal(SignerTrust.Unknown, verified.Trust);
        Assert.Contains("未证明由谁出具", string.Join('\n', VerificationText.Lines(verified, english: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_request_makes_the_same_bytes_but_for_the_signature()
    {
        var (one, other) = (new Forgery(Issued), new Forgery(Publisher.Certificate()));
        Assert.Equal(one["manifest.json"], other["manifest.json"]);
        Assert.NotEqual(one["manifest.sig"], other["manifest.sig"]);
        one["manifest.sig"] = other["manifest.sig"];
        Assert.Equal(other.Plain(), one.Plain());
    }

    [Fact]
    public void Waivers_of_other_documents_are_not_given_away() =>
        Assert.DoesNotContain("与此无关", Encoding.UTF8.GetString(new Forgery(Issued)[Folder + "settings.json"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("original.txt", "人员经费", "人员支出")]
    [InlineData("original.txt", "负责", "不负责")]
    [InlineData("document.md", "负责", "不负责")]
    [InlineData("figures.csv", ",CNY,", ",USD,")]
    [InlineData("cells.csv", "一般公共预算", "政府性基金预算")]
    [InlineData("tables.csv", "表一", "表七")]
    [InlineData("checks.csv", ",broken,", ",held,")]
    [InlineData("findings.csv", ",error,", ",note,")]
    [InlineData("figures.json", "\"currency\"", "\"money\"")]
    [InlineData("report.json", "\"outcome\": \"broken\"", "\"outcome\": \"held\"")]
    [InlineData("settings.json", "上级批复时如此", "已经批准")]
    public void An_alteration_is_found_though_a_stranger_signs_it_anew(string part, string was, string now)
    {
        var forgery = new Forgery(Issued);
        forgery.Replace(Folder + part, was, now);
        var forged = forgery.Signed(Publisher.Stranger);

        // Contents and data no longer agree, whoever signed.
        var unknown = Publisher.Verify(forged);
        Assert.Equal(CertificateState.Altered, unknown.State);
        Assert.All(unknown.Alterations, a => Assert.Equal(AlterationKind.Result, a.Kind));
        Assert.Contains(Publisher.Verify(forged, Publisher.Key.Public.Fingerprint).Alterations, a => a.Kind == AlterationKind.Signer);

        // And though the publisher signs it: a result that the document does not give is none.
        Assert.False(Publisher.Verify(new Forgery(forged).Signed(Publisher.Key), Publisher.Key.Public.Fingerprint).Holds);

        // Without new hashes they tell which part it was.
        var careless = new Forgery(Issued);
        careless.Replace(Folder + part, was, now);
        Assert.Contains(Publisher.Verify(careless.Plain()).Alterations, a => a.Kind == AlterationKind.Changed && a.Part == Folder + part);
    }

    [Fact]
    public void A_waiver_made_up_with_everything_is_found_by_the_fingerprint()
    {
        var forged = Publisher.Certificate(Publisher.Stranger, Publisher.Document(Publisher.Waived("已经批准")));
        var verified = Publisher.Verify(forged, Publisher.Key.Public.Fingerprint);
        Assert.False(verified.Holds);
        Assert.Equal(SignerTrust.Other, verified.Trust);
        Assert.All(verified.Alterations, a => Assert.Equal(AlterationKind.Signer, a.Kind));

        // With the publisher's key in it, the signature does not fit.
        var borrowed = new Forgery(forged) { ["signer.pem"] = Encoding.ASCII.GetBytes(Publisher.Key.Public.Pem) };
        Assert.Contains(Publisher.Verify(borrowed.Plain(), Publisher.Key.Public.Fingerprint).Alterations, a => a.Kind == AlterationKind.Signature);
    }

    [Fact]
    public void Counts_that_the_manifest_makes_up_are_found()
    {
        var forgery = new Forgery(Issued);
        forgery.Manifest = forgery.Manifest with { Documents = [forgery.Manifest.Documents[0] with { Said = forgery.Manifest.Documents[0].Said with { Errors = 0 } }] };
        Assert.Contains(Publisher.Verify(forgery.Signed(Publisher.Stranger)).Alterations, a => a.Part == "manifest.json");
    }

    [Fact]
    public void Older_rules_are_told_with_what_would_differ()
    {
        var forgery = Older(new Forgery(Issued));
        var same = Publisher.Verify(forgery.Signed(Publisher.Key), Publisher.Key.Public.Fingerprint);
        Assert.Equal(CertificateState.Holds, same.State);
        Assert.Contains("2020.1.1（现为", VerificationText.Versions(same).Chinese, StringComparison.Ordinal);

        // The rules of then did not find it.
        var finding = Publisher.Verify(Issued).Documents[0].Report!.Findings[0];
        forgery.Replace(Folder + "report.json", $"\"id\": \"{finding.Id}\"", "\"id\": \"0123\"");
        var proven = Publisher.Verify(forgery.Signed(Publisher.Key), Publisher.Key.Public.Fingerprint);
        Assert.Equal(CertificateState.OtherVersion, proven.State);
        Assert.True(proven.Holds);
        Assert.Equal(finding.Id, Assert.Single(proven.Documents[0].New).Id);

        // Anyone can write an older version into a manifest.
        var unproven = Publisher.Verify(forgery.Signed(Publisher.Stranger));
        Assert.Equal(CertificateState.Unproven, unproven.State);
        Assert.False(unproven.Holds);
    }

    [Fact]
    public void Several_documents_are_verified_each()
    {
        var both = Publisher.Certificate(null, Publisher.Document(), new GivenDocument("../b.md", Encoding.UTF8.GetBytes(Documents.Sample), CheckSettings.None, Mingzhang.Documents.Reading.ReadingChoice.None));
        Assert.Equal(2, Publisher.Verify(both).Documents.Count(d => !d.Differs));
        var forgery = new Forgery(both);
        forgery.Replace("documents/2/original.md", "负责", "不负责");
        Assert.Equal([false, true], Publisher.Verify(forgery.Signed(Publisher.Stranger)).Documents.Select(d => d.Differs));
    }

    [Fact]
    public void Tables_of_their_own_are_part_of_the_document()
    {
        var at = Documents.Sample.IndexOf("表一", Documents.Sample.IndexOf('\t', StringComparison.Ordinal) - 400, StringComparison.Ordinal);
        var title = Documents.Sample[..Documents.Sample.IndexOf('\n', StringComparison.Ordinal)];
        var whole = new GivenDocument("a.txt", Encoding.UTF8.GetBytes(Documents.Sample[..at]), CheckSettings.None, Mingzhang.Documents.Reading.ReadingChoice.None)
        {
            Tables = [new NamedFile("b.txt", Encoding.UTF8.GetBytes(title + "\n\n" + Documents.Sample[at..]))],
        };
        var issued = Publisher.Certificate(null, whole);
        var verified = Publisher.Verify(issued, Publisher.Key.Public.Fingerprint);
        Assert.Equal(CertificateState.Holds, verified.State);
        Assert.True(verified.Documents[0].Report!.Disclosure.Tables.Count > 8);
        var forgery = new Forgery(issued);
        forgery.Replace(Folder + "original-1.txt", "984.83", "985.83");
        Assert.False(Publisher.Verify(forgery.Signed(Publisher.Stranger)).Holds);
        forgery.Remove(Folder + "original-1.txt");
        Assert.Contains(Publisher.Verify(forgery.Signed(Publisher.Stranger)).Alterations, a => a.Kind == AlterationKind.Removed);
    }

    [Fact]
    public void The_result_is_data_too()
    {
        var forgery = new Forgery(Issued);
        forgery.Replace(Folder + "checks.csv", ",broken,", ",held,");
        using var json = System.Text.Json.JsonDocument.Parse(VerificationJson.Write(Publisher.Verify(forgery.Signed(Publisher.Stranger))));
        Assert.False(json.RootElement.GetProperty("holds").GetBoolean());
        Assert.Equal("unknown", json.RootElement.GetProperty("signer").GetProperty("trust").GetString());
        Assert.Equal("documents/1/checks.csv", json.RootElement.GetProperty("alterations")[0].GetProperty("part").GetString());
    }

    private static Forgery Older(Forgery forgery)
    {
        forgery.Replace(Folder + "report.json", $"\"version\": \"{forgery.Manifest.Rules}\"", "\"version\": \"2020.1.1\"");
        forgery.Manifest = forgery.Manifest with { Rules = "2020.1.1" };
        return forgery;
    }
}
