using Mingzhang.Documents.Reports;

namespace Mingzhang.App.Commands;

/// <summary>着色：tones as colours of a terminal; plain in a pipe.</summary>
internal static class Painting
{
    /// <summary>是否着色: text for a terminal whose user did not decline.</summary>
    public static bool Wanted(string? output, string kind) => output is null && kind == "text" && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    public static string Paint(ToneLine line, bool colour)
    {
        var rest = line.Rest is null ? "" : "\n      " + line.Rest;
        var code = line.Tone switch
        {
            Tone.Heading => "1",
            Tone.Bad => "1;31",
            Tone.Doubt => "33",
            Tone.Note => "36",
            Tone.Good => "32",
            Tone.Dim => "2",
            _ => null,
        };
        return colour && code is not null ? $"\u001b[{code}m{line.Text}\u001b[0m{rest}" : line.Text + rest;
    }
}
