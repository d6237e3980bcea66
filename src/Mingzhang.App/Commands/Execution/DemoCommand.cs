using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Mingzhang.App.Commands.Demo;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang demo：a fictional district with three years of budgets, execution and final accounts, decided by its seed.</summary>
internal static class DemoCommand
{
    public static Command Create(LedgerOptions options)
    {
        var seed = new Option<int>("--seed") { Description = "种子，决定全部数字 / decides every figure", DefaultValueFactory = _ => 1 };
        var folder = LedgerOptions.Text("--documents", "公开的文件写到此文件夹 / write what is published into this folder");
        return options.Command("demo", "建立虚构的云溪区：四十个部门、三年 / build a fictional district of forty departments and three years", [seed, folder], call =>
        {
            var watch = Stopwatch.StartNew();
            var clock = new DemoClock();
            using var store = Store.Open(call.Parsed.GetValue(options.Database)!, clock, create: true, out var problem);
            if (store is null)
            {
                call.Tell([problem!]);
                return ExitCodes.Unusable;
            }

            if (store.Read(r => r.All(Kinds.Person)).Count > 0)
            {
                call.Tell([Problem.Of($"{store.Address} 已有内容", $"{store.Address} is not empty", "演示只建在新的账库里", "the district is built in a new ledger only")]);
                return ExitCodes.Unusable;
            }

            using var archive = ArchiveStore.Open(call.Parsed.GetValue(options.Database)!, clock, Library.Standard.Space, create: true, out var unfiled);
            if (archive is null)
            {
                call.Tell([unfiled!]);
                return ExitCodes.Unusable;
            }

            var documents = 0;
            var refused = DistrictArchive.Build(store, archive, clock, call.Parsed.GetValue(seed), published =>
            {
                documents++;
                Write(call.Parsed.GetValue(folder), published);
            });
            if (refused.Count > 0)
            {
                call.Tell([.. refused.Distinct(StringComparer.Ordinal).Take(20).Select(r => Problem.Of(r, r, "", ""))]);
            }

            var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            call.Say(new Answer($"云溪区已建成：{DistrictName.All.Count} 个部门，{documents} 份公开文件，{seconds} 秒；查看时用 --who {District.Bureau}，网页用 mingzhang serve", $"the district is built: {DistrictName.All.Count} departments, {documents} published documents, {seconds} s; look at it with --who {District.Bureau}, or as pages with mingzhang serve",
                new JsonObject { ["departments"] = DistrictName.All.Count, ["documents"] = documents, ["refused"] = refused.Count }));
            return refused.Count > 0 ? ExitCodes.Found : ExitCodes.Clean;
        });
    }

    private static void Write(string? folder, PublishedDocument published)
    {
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        OutputFile.Write(Path.Combine(folder, DistrictArchive.NameOf(published)), DistrictArchive.BytesOf(published));
    }
}
