using Mingzhang.Budget;

namespace Mingzhang.App.Commands;

/// <summary>一次检查：documents in, reports out, one after another; of each only what is told at the end is kept.</summary>
internal sealed class CheckRun(PairRequest request, IReadOnlyDictionary<string, Basis> bases, string kind)
{
    /// <summary>是否英文。</summary>
    public required Func<string, bool> English { get; init; }

    /// <summary>达到什么程度退出码为 1。</summary>
    public required Func<string, Severity> Least { get; init; }

    /// <summary>进度：what, in English, how many.</summary>
    public required Func<string, string, int, Progress> Progress { get; init; }

    /// <summary>是否着色。</summary>
    public required bool Colour { get; init; }

    /// <summary>检查; gives the exit code.</summary>
    public int Run(ReportSink sink, FinishedReports? finished)
    {
        var names = request.Files;
        var paired = request.Pair ? PairedFiles.Of(names, bases, () => Progress("读入", "reading", names.Length)) : null;
        names = paired?.Files ?? names;
        var code = paired?.Unread == true ? ExitCodes.Unusable : ExitCodes.Clean;
        sink.Begin(names.Length);
        var (several, done, passed) = (sink.Several, 0, 0);
        var unused = new UnusedWaivers(names.Length);
        using (var bar = Progress("检查", "checking", names.Length))
        {
            foreach (var (file, result) in Batch.Run(names, f => One(f, paired, finished, several, unused)))
            {
                var name = sink.Folder ? sink.Name(file) : "";
                var skipped = result?.Before is { } before && before.Report == name;
                bar.Step(skipped);
                done++;
                passed += skipped ? 1 : 0;
                var told = result?.Before is null || skipped ? result : Fresh(file, paired, several, unused);
                if (told is null)
                {
                    code = ExitCodes.Unusable;
                    continue;
                }

                if (!skipped)
                {
                    Write(sink, finished, file, name, told);
                }

                unused.Add(told.Settings, told.Unused);
                code = Math.Max(code, told.Nothing || told.Refused ? ExitCodes.Unusable : told.Worst >= Least(file) ? ExitCodes.Found : ExitCodes.Clean);
            }
        }

        if (Interruption.Asked)
        {
            Messages.Fail($"已中断，完成 {done}/{names.Length} 份", $"interrupted after {done} of {names.Length}", finished is null ? "没有写完的已收回" : "已写出的报告都是完整的，加 --resume 可从此处继续", finished is null ? "what was not written whole was taken back" : "the reports that were written are whole; --resume goes on from here");
            return Interruption.Code;
        }

        sink.End();
        unused.Tell();
        if (passed > 0)
        {
            Messages.Note($"{passed} 份此前已完成，没有重复检查", $"{passed} were finished before and not checked again");
        }

        return code;
    }

    private static void Write(ReportSink sink, FinishedReports? finished, string file, string name, CheckedFile told)
    {
        if (finished is null)
        {
            sink.Write(file, told.Rendered);
            return;
        }

        var written = sink.WriteAs(name, told.Rendered);
        finished.Add(new FinishedReport(file, name, told.Id, "", written, told.Worst, told.Nothing, told.Refused, [.. told.Unused.Select(w => w.Line)]));
    }

    private CheckedFile? One(string file, PairedFiles? paired, FinishedReports? finished, bool several, UnusedWaivers unused) =>
        finished?.Of(file) is { } before ? CheckedFile.Of(before, bases[file].Settings) : Fresh(file, paired, several, unused);

    private CheckedFile? Fresh(string file, PairedFiles? paired, bool several, UnusedWaivers unused)
    {
        var examined = paired is not null ? paired.Check(file, bases[file])
            : request.Given ? GivenFiles.Check(file, bases[file], request)
            : Batch.Check(file, bases[file]) is { } report ? new Examined(report, Refused: false) : null;
        return examined is null ? null : CheckedFile.Of(examined, ReportKinds.Render(kind, kind == "text" ? unused.Shown(examined.Report) : examined.Report, several, English(file), Colour));
    }
}

/// <summary>检查过的一份：of a report only what is told at the end, since the report itself may be large.</summary>
internal sealed record CheckedFile(string Id, Severity? Worst, bool Nothing, bool Refused, CheckSettings Settings, IReadOnlyList<Waiver> Unused, byte[] Rendered)
{
    /// <summary>此前完成的; null for one that was checked now.</summary>
    public FinishedReport? Before { get; private init; }

    public static CheckedFile Of(Examined examined, byte[] rendered) => new(examined.Report.Disclosure.Facts.Id, examined.Report.Worst, Batch.IsNothing(examined.Report.Disclosure), examined.Refused, examined.Report.Settings, examined.Report.UnusedWaivers, rendered);

    public static CheckedFile Of(FinishedReport before, CheckSettings settings) =>
        new(before.Id, before.Worst, before.Nothing, before.Refused, settings, [.. settings.Waivers.Where(w => before.Unused.Contains(w.Line))], []) { Before = before };
}
