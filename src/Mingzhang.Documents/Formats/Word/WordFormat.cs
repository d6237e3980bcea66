using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>文字处理文档 Word（docx）：bytes to paper as a reader would see it: changes accepted, results of fields shown, numbers of lists printed. Nothing
/// embedded is opened, no macro run, no link followed.</summary>
internal static class WordFormat
{
    /// <summary>是否文字处理文档: one that is damaged counts as one only where that can be seen.</summary>
    public static bool Recognises(Archive archive)
    {
        try
        {
            return WordParts.Of(archive) is not null;
        }
        catch (ArchiveException)
        {
            return archive.Has(WordParts.Usual);
        }
    }

    /// <summary>打开；null where the archive is no such document.</summary>
    public static Opened? Open(string name, string id, Archive archive)
    {
        try
        {
            return WordParts.Of(archive) is { } parts ? Read(name, id, parts) : null;
        }
        catch (ArchiveException e)
        {
            return ArchiveProblems.Of(e.Problem);
        }
    }

    private static Opened Read(string name, string id, WordParts parts)
    {
        using var x = parts.Part(parts.Main);
        if (x is not { Word: true, Name: "document" })
        {
            return ArchiveProblems.Of(ArchiveProblem.Damaged);
        }

        var context = new WordContext(parts);
        var flow = new WordFlow(FlowKind.Body);
        new StoryReader(x, context).Blocks(flow);
        flow.End();
        var blocks = Numbered(flow.Blocks.Concat(Furniture(parts, context)));
        if (!flow.Blocks.Exists(b => b is Grid or TextLine { Furniture: false }))
        {
            return context.Tally.Pictures > 0
                ? Failed("文档中只有图片，没有文字可以核对", "holds only pictures; there is no text to check", "请改用原始文件；只有扫描件时请先做文字识别（OCR）并核对", "use the original file; for a scan, recognise the text (OCR) and proofread it first")
                : Failed("文档中没有文字", "holds no text", "请检查文件是否完整保存，或打开其中嵌入的文件后检查", "check that it was saved completely, or check the files embedded in it");
        }

        return new Opened(
            new PaperDocument(name, id, "Word", blocks) { Format = "docx", Faults = [.. context.Tally.Faults(parts.Unopened().Concat(context.Unopened).Distinct(StringComparer.Ordinal))] },
            null,
            null);
    }

    // Running heads and feet stand apart, behind the text; pictures in them are emblems.
    private static List<TextLine> Furniture(WordParts parts, WordContext context)
    {
        const int Most = 100;
        var lines = new List<TextLine>();
        var (pictures, comments) = (context.Tally.Pictures, context.Tally.Comments);
        foreach (var name in parts.Named("header").Concat(parts.Named("footer")).Take(Most))
        {
            using var x = parts.Part(name);
            if (x is null)
            {
                continue;
            }

            var flow = new WordFlow(FlowKind.Aside);
            new StoryReader(x, context).Blocks(flow);
            flow.End();
            lines.AddRange(flow.Blocks.SelectMany(Texts).Where(t => t.Length > 0 && !lines.Exists(l => l.Text == t)).Take(Most).Select(t => new TextLine(t, 0, null, false) { Join = LineJoin.New, Furniture = true }));
        }

        (context.Tally.Pictures, context.Tally.Comments) = (pictures, comments);
        return lines;
    }

    private static IEnumerable<string> Texts(Block block) => block is TextLine line ? [line.Text.Trim()]
        : ((Grid)block).Rows.Select(r => string.Join("  ", r.Cells.Select(c => c.Text.Replace('\n', ' ')).Where(t => t.Length > 0)));

    private static List<Block> Numbered(IEnumerable<Block> blocks)
    {
        var line = 0;
        var numbered = new List<Block>();
        foreach (var block in blocks)
        {
            numbered.Add(block is TextLine text ? text with { Line = ++line }
                : (Grid)block with { Rows = [.. ((Grid)block).Rows.Select(r => r with { Line = ++line })] });
        }

        return numbered;
    }

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}
