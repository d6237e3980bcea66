using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Documents.Certificates;
using Mingzhang.Tests.Reports;

namespace Mingzhang.Tests.Certificates;

/// <summary>结构：manifests and results of verifying are as their schemas in docs say.</summary>
public class SchemaTests
{
    [Fact]
    public void A_manifest_is_as_its_schema_says()
    {
        var forgery = new Forgery(Publisher.Certificate());
        Conforms("certificate.schema.json", forgery["manifest.json"]);
        Conforms("certificate.schema.json", (forgery.Manifest with { Heads = [new JournalHead("700001", 12, new string('a', 64))], Documents = [forgery.Manifest.Documents[0] with { Book = "cq-budget", Year = 2026, Kind = "budget", Tables = ["b.xlsx"] }] }).Write());
    }

    [Fact]
    public void The_result_of_verifying_is_as_its_schema_says()
    {
        var issued = Publisher.Certificate();
        Conforms("verification.schema.json", VerificationJson.Write(Publisher.Verify(issued, Publisher.Key.Public.Fingerprint)));
        var forgery = new Forgery(issued);
        forgery.Replace("documents/1/report.json", "\"id\": \"" + Publisher.Verify(issued).Documents[0].Report!.Findings[0].Id, "\"id\": \"0123");
        Conforms("verification.schema.json", VerificationJson.Write(Publisher.Verify(forgery.Signed(Publisher.Stranger), Publisher.Key.Public.Fingerprint)));
        Conforms("verification.schema.json", VerificationJson.Unreadable(new Reason("不是勾稽证书", "is no certificate")));
    }

    private static void Conforms(string schema, byte[] json)
    {
        using var root = JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", schema)));
        using var value = JsonDocument.Parse(json);
        Assert.Empty(new SchemaCheck(root.RootElement).Faults(value.RootElement));
    }
}
