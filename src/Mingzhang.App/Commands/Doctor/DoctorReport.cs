using System.Text;
using System.Text.Json;
using Mingzhang.Documents.Surroundings;

namespace Mingzhang.App.Commands.Doctor;

/// <summary>环境检查的结果，供人或供脚本。</summary>
internal static class DoctorReport
{
    public static string Text(IReadOnlyList<Surrounding> all, bool english)
    {
        var text = new StringBuilder();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(english ? "Mingzhang" : "明账 Mingzhang")} {Messages.Version} · .NET {Environment.Version} · {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}\n\n");
        foreach (var one in all)
        {
            var sign = !one.Holds ? "✗" : one.Remedy is null ? "✓" : "–";
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{sign} {In(one.What.Chinese, one.What.English)}{(one.Found is { } found and not "–" ? (english ? ": " : "：") + found : "")}\n");
            if (one.Remedy is { } remedy)
            {
                text.Append("  ").Append(In(remedy.Chinese, remedy.English)).Append('\n');
            }
        }

        return text.ToString();

        string In(string chinese, string other) => english ? other : chinese;
    }

    public static string Json(IReadOnlyList<Surrounding> all)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version", Messages.Version);
            json.WriteString("runtime", Environment.Version.ToString());
            json.WriteStartArray("checks");
            foreach (var one in all)
            {
                json.WriteStartObject();
                json.WriteString("key", one.Key);
                json.WriteBoolean("holds", one.Holds);
                json.WriteBoolean("needed", one.Needed);
                json.WriteString("what", one.What.Chinese);
                json.WriteString("whatEnglish", one.What.English);
                json.WriteString("found", one.Found);
                json.WriteString("remedy", one.Remedy?.Chinese);
                json.WriteString("remedyEnglish", one.Remedy?.English);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
