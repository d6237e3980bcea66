using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang archive：files documents of folders, with what was understood and found of them.</summary>
internal static class ArchiveCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(LedgerOptions options)
    {
        var files = CommonOptions.Files();
        var format = CommonOptions.Format("text", "json");
        var again = LedgerOptions.Flag("--again", "上次不能归入的也再试 / try again what could not be filed before");
        var books = CommonOptions.Books();
        var command = new Command("archive", "归档：读入文件夹中的公开文本，已归档的跳过 / file the disclosures of folders; what is filed already is passed over") { files, options.Database, format, again, books };
        var choices = new ChoiceOptions();
        choices.AddTo(command);
        var settings = new SettingsOptions();
        settings.AddTo(command);
        settings.AddDatesTo(command);
        var ocr = new RecognitionOption();
        ocr.AddTo(command);
        var batch = new BatchOptions();
        batch.AddTo(command, resumable: false);
        command.SetAction(parsed =>
        {
            var names = PairOptions.Expand(parsed.GetValue(files)!);
            if (names.Length == 0)
            {
                Messages.Fail("没有可读的文件", "there is no file to read", "可读的有 PDF、OFD、Word、Excel、网页和文本文件，以及含有它们的 zip", "PDF, OFD, Word, Excel, web pages and text are read, and zip files of them");
                return ExitCodes.Unusable;
            }

            if (!ocr.Ready(parsed) || settings.Of(parsed, names, parsed.GetValue(books), choices) is not { } bases)
            {
                return ExitCodes.Unusable;
            }

            using var store = ArchiveStore.Open(parsed.GetValue(options.Database)!, TimeProvider.System, Library.Standard.Space, create: true, out var problem);
            if (store is null)
            {
                Messages.Fail(problem!);
                return ExitCodes.Unusable;
            }

            var run = new ArchiveRun(store, bases) { Again = parsed.GetValue(again), Progress = (what, english, all) => batch.Progress(parsed, what, english, all, elsewhere: true) };
            var result = run.Run(names);
            Tell(result, parsed.GetValue(format) == "json", store.Address);
            return Interruption.Asked ? Interruption.Code : result.Refused.Count > 0 ? ExitCodes.Found : ExitCodes.Clean;
        });
        return command;
    }

    private static void Tell(ArchiveResult result, bool json, string address)
    {
        if (json)
        {
            Console.Out.WriteLine(new JsonObject
            {
                ["database"] = address,
                ["filed"] = result.Filed,
                ["known"] = result.Known,
                ["statements"] = result.Statements,
                ["unnamed"] = new JsonArray([.. result.Unnamed.Select(f => (JsonNode)f)]),
                ["interrupted"] = Interruption.Asked,
                ["refused"] = new JsonArray([.. result.Refused.Select(r => (JsonNode)new JsonObject { ["file"] = r.Path, ["sha256"] = r.Hash, ["chinese"] = r.Why.Chinese, ["english"] = r.Why.English })]),
            }.ToJsonString(Readable));
            return;
        }

        Console.Out.WriteLine($"归档 {result.Filed} 份，{result.Statements} 项陈述；此前已有 {result.Known} 份；未能归入 {result.Refused.Count} 份 / filed {result.Filed}, known {result.Known}, refused {result.Refused.Count}");
        foreach (var refused in result.Refused)
        {
            Console.Out.WriteLine($"  {refused.Path}：{refused.Why.Chinese} / {refused.Why.English}");
        }

        foreach (var unnamed in result.Unnamed)
        {
            Console.Out.WriteLine($"  {unnamed}：已归入，但没有写明是谁的，不列在部门中 / filed, but it does not say whose it is: it stands under no department");
        }

        if (Interruption.Asked)
        {
            Messages.Note("已中断；已归入的都是完整的，再次运行即从此处继续", "interrupted; what was filed is whole, and the next run goes on from here");
        }
    }
}
