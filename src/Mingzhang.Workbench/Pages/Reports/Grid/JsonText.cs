using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mingzhang.Ledger;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>给脚本的回答：JSON, as it stands in the page's own script.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>成回答。</summary>
    public static WorkAnswer Answer(JsonNode node, int status = 200) => new() { Bytes = Bytes(node), Status = status };

    /// <summary>成字节。</summary>
    public static byte[] Bytes(JsonNode node) => System.Text.Encoding.UTF8.GetBytes(Text(node));

    /// <summary>成文字。</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Plain);

    /// <summary>整个不能办。</summary>
    public static WorkAnswer Refused(WorkVisit v, int status, params IEnumerable<Problem> problems) =>
        Answer(new JsonObject { ["refused"] = List(problems.Select(p => (JsonNode)new JsonObject { ["message"] = v.Visit.Say(p.Message), ["remedy"] = v.Visit.Say(p.Remedy) })) }, status);

    /// <summary>成列。</summary>
    public static JsonArray List(IEnumerable<JsonNode?> nodes) => [.. nodes];

    /// <summary>成文字的列。</summary>
    public static JsonArray Texts(params IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
