using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Mingzhang.Tests.Conventions;

/// <summary>软件物料清单：what the program is shipped with, from the lock file of the executable: every package with its hash, its licence and what it needs in turn; analyzers are tools and not shipped.</summary>
public class Sbom
{
    private static readonly string[] Tools = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_bill_of_materials_is_what_the_lock_file_says() => Golden.CheckFile(Repository.Path("docs", "generated", "sbom.cdx.json"), Of(Repository.Path("src", "Mingzhang.App", "packages.lock.json")).ToJsonString(Indented) + "\n");

    [Fact]
    public void Every_package_that_is_shipped_names_its_licence()
    {
        var without = Of(Repository.Path("src", "Mingzhang.App", "packages.lock.json"))["components"]!.AsArray().Where(c => c!["licenses"] is null).Select(c => c!["name"]!.GetValue<string>());
        Assert.Empty(without);
    }

    private static JsonObject Of(string lockFile)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(lockFile));
        var packages = read.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject().Where(p => p.Value.GetProperty("type").GetString() != "Project" && !Tools.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        var versions = packages.ToDictionary(p => p.Name, p => p.Value.GetProperty("resolved").GetString()!, StringComparer.OrdinalIgnoreCase);
        var version = Mingzhang.App.Commands.Messages.Version;
        var own = "pkg:generic/mingzhang@" + version;
        return new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = own, ["name"] = "mingzhang", ["version"] = version } },
            ["components"] = new JsonArray([.. packages.Select(p => Component(p.Name, versions[p.Name], p.Value))]),
            ["dependencies"] = new JsonArray(
            [
                new JsonObject { ["ref"] = own, ["dependsOn"] = new JsonArray([.. packages.Select(p => (JsonNode)Reference(p.Name, versions[p.Name]))]) },
                .. packages.Select(p => new JsonObject { ["ref"] = Reference(p.Name, versions[p.Name]), ["dependsOn"] = new JsonArray([.. Needs(p.Value).Where(versions.ContainsKey).Select(n => (JsonNode)Reference(packages.First(o => o.Name.Equals(n, StringComparison.OrdinalIgnoreCase)).Name, versions[n]))]) }),
            ]),
        };
    }

    private static JsonObject Component(string name, string version, JsonElement locked)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = Reference(name, version),
            ["name"] = name,
            ["version"] = version,
            ["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(locked.GetProperty("contentHash").GetString()!)) }),
        };
        if (Licence(name, version) is { } licence)
        {
            component["licenses"] = new JsonArray(licence);
        }

        component["purl"] = Reference(name, version);
        return component;
    }

    // As the package itself declares it: an expression, or the name of what it brings.
    private static JsonObject? Licence(string name, string version)
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var file = Path.Combine(folder, name.ToLowerInvariant(), version, name.ToLowerInvariant() + ".nuspec");
        var declared = XDocument.Load(file).Descendants().FirstOrDefault(e => e.Name.LocalName is "license" or "licenseUrl");
        return declared is null ? null : (string?)declared.Attribute("type") == "expression" ? new JsonObject { ["expression"] = declared.Value.Trim() }
            : new JsonObject { ["license"] = new JsonObject { ["name"] = declared.Name.LocalName == "licenseUrl" ? declared.Value.Trim() : "licence file of the package: " + declared.Value.Trim() } };
    }

    private static IEnumerable<string> Needs(JsonElement locked) => locked.TryGetProperty("dependencies", out var needs) ? needs.EnumerateObject().Select(n => n.Name) : [];

    private static string Reference(string name, string version) => $"pkg:nuget/{name}@{version}";
}
