using System.Globalization;
using System.Text;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>日志的文字：one field a line, chain by chain, old before new, so that two exports differ only where something was added. Written and read without loss.</summary>
internal static class JournalText
{
    private const string First = "明账 mingzhang ledger 1";

    public static void Write(Reading reading, TextWriter output)
    {
        output.Write(First + "\n");
        foreach (var chain in JournalTable.Chains(reading.Statements))
        {
            foreach (var e in JournalTable.Chain(reading.Statements, chain))
            {
                output.Write($"\n@ {RecordText.Escape(e.Chain)} {e.Seq.ToString(CultureInfo.InvariantCulture)}\nat {e.At}\nwho {RecordText.Escape(e.Who)}\nwhat {e.Kind} {RecordText.Escape(e.Id)}\nwhy {RecordText.Escape(e.Why)}\n");
                Body(output, "-", e.Was);
                Body(output, "+", e.Became);
                output.Write($"hash {e.Hash}\n");
            }
        }
    }

    /// <summary>读回; null with the line of the fault where it is no such text, or a hash does not fit.</summary>
    public static IReadOnlyList<JournalEntry>? Read(TextReader input, out Problem? problem)
    {
        var entries = new List<JournalEntry>();
        var heads = new Dictionary<string, ChainHead>(StringComparer.Ordinal);
        Dictionary<string, string>? parts = null;
        StringBuilder? was = null, became = null;
        var number = 1;
        problem = null;
        if (input.ReadLine() != First)
        {
            problem = Fault(1, "不是账库的文字", "is no exported ledger");
            return null;
        }

        while (input.ReadLine() is { } line)
        {
            number++;
            var cut = line.IndexOf(' ', StringComparison.Ordinal);
            var (key, rest) = cut < 0 ? (line, "") : (line[..cut], line[(cut + 1)..]);
            switch (key)
            {
                case "":
                    break;
                case "@":
                    parts = new(StringComparer.Ordinal) { ["@"] = rest };
                    (was, became) = (null, null);
                    break;
                case "at" or "who" or "what" or "why" when parts is not null:
                    parts[key] = rest;
                    break;
                case "-" when parts is not null:
                    (was ??= new StringBuilder()).Append(rest).Append(rest.Length > 0 ? "\n" : "");
                    break;
                case "+" when parts is not null:
                    (became ??= new StringBuilder()).Append(rest).Append(rest.Length > 0 ? "\n" : "");
                    break;
                case "hash" when parts is not null && Entry(parts, was, became, rest, heads) is { } entry:
                    heads[entry.Chain] = new ChainHead(entry.Seq, entry.Hash);
                    entries.Add(entry);
                    parts = null;
                    break;
                default:
                    problem = Fault(number, "内容不全，或与哈希不符", "is incomplete, or does not fit its hash");
                    return null;
            }
        }

        if (parts is not null)
        {
            problem = Fault(number, "最后一笔不完整", "ends within an entry");
            return null;
        }

        return entries;
    }

    private static void Body(TextWriter output, string mark, string? body)
    {
        if (body is null)
        {
            return;
        }

        // A body without fields is told by the mark alone.
        foreach (var line in body.Length == 0 ? [""] : body.TrimEnd('\n').Split('\n'))
        {
            output.Write($"{mark} {line}\n");
        }
    }

    private static JournalEntry? Entry(Dictionary<string, string> parts, StringBuilder? was, StringBuilder? became, string hash, Dictionary<string, ChainHead> heads)
    {
        var at = parts["@"].LastIndexOf(' ');
        var what = parts.GetValueOrDefault("what", "").Split(' ', 2);
        if (at < 0 || what.Length < 2 || !long.TryParse(parts["@"][(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            return null;
        }

        var chain = RecordText.Unescape(parts["@"][..at]);
        var head = heads.GetValueOrDefault(chain) ?? ChainHead.Empty;
        var entry = JournalEntry.Next(chain, head, parts.GetValueOrDefault("at", ""), RecordText.Unescape(parts.GetValueOrDefault("who", "")), what[0], RecordText.Unescape(what[1]), was?.ToString(), became?.ToString(), RecordText.Unescape(parts.GetValueOrDefault("why", "")));
        return entry.Seq == seq && entry.Hash == hash ? entry : null;
    }

    private static Problem Fault(int line, string chinese, string english) =>
        Problem.Of($"第 {line} 行：{chinese}", $"line {line} {english}", "请用 mingzhang ledger export 所写、未改动的文件", "use a file as mingzhang ledger export wrote it");
}
