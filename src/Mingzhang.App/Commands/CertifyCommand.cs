using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Certificates;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang certify：documents, their data, the results of their checks and the settings that applied, signed as one package.</summary>
internal static class CertifyCommand
{
    public static Command Create()
    {
        var files = CommonOptions.Files();
        var output = new Option<string>("--output", "-o") { Description = "写到 .zip 文件 / output file", Required = true };
        var key = new Option<string>("--key") { Description = "签名的私钥，见 mingzhang keys new / private key to sign with", Required = true };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "检查之日，默认今天；说明是否过期以此为准 / day of the check, by which waivers expire",
            CustomParser = SettingsOptions.Day,
        };
        var tables = new Option<string[]>("--tables") { Description = "同一文本另行公布的表格 / tables published as a file of their own", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var force = WriteCommand.Force();
        var language = CommonOptions.Language();
        var command = new Command("certify", "出具勾稽证书：文件、数据、结果、说明一并签名 / certify documents with their data and results") { files, output, key, tables, date, force, language };
        var choices = new ChoiceOptions();
        choices.AddTo(command);
        var settings = new SettingsOptions();
        settings.AddTo(command);
        settings.AddDatesTo(command);
        command.SetAction(parsed =>
        {
            string[] names = [.. Sources.Expand(parsed.GetValue(files)!)];
            var target = parsed.GetValue(output)!;
            if (OutputFile.WouldReplace(target, parsed.GetValue(files)!) || settings.Of(parsed, names, null, choices) is not { } bases || !OutputFile.MayWrite(target, parsed.GetValue(force)))
            {
                return ExitCodes.Unusable;
            }

            var beside = parsed.GetValue(tables) ?? [];
            if (beside.Length > 0 && names.Length > 1)
            {
                Messages.Fail("--tables 只用于一份文件", "--tables is for one document", "请分别出具", "certify them one by one");
                return ExitCodes.Unusable;
            }

            var day = parsed.GetValue(date) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
            return Write(names, beside, bases, day, parsed.GetValue(key)!, target, parsed.GetValue(language) == "en");
        });
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Write(string[] names, string[] tables, IReadOnlyDictionary<string, Basis> bases, DateOnly day, string keyFile, string target, bool english)
    {
        using var key = KeyFiles.Signing(keyFile);
        if (key is null)
        {
            return ExitCodes.Unusable;
        }

        var documents = new List<GivenDocument>();
        foreach (var name in names)
        {
            var basis = bases[name];
            if (basis.Settings.Books is not null || basis.Settings.Lexicon is not null)
            {
                Messages.Fail($"{basis.Settings.File} 另用了表册或词汇，别处没有它们就不能重新查验", $"{basis.Settings.File} names books or words of its own, without which nobody else could check again", "请用 --no-settings，或用不含 books 和 lexicon 的设置", "use --no-settings, or settings without books and lexicon");
                return ExitCodes.Unusable;
            }

            if (Read(name) is not { } file || tables.Select(Read).ToList() is var beside && beside.Contains(null))
            {
                return ExitCodes.Unusable;
            }

            documents.Add(new GivenDocument(file.Name, file.Bytes, basis.Settings, basis.Choice) { Tables = [.. beside.OfType<NamedFile>()] });
        }

        var certified = Certifying.Of(Library.Standard, new CertificateRequest(documents, day, Messages.Version), key);
        if (certified.Bytes is not { } package)
        {
            Messages.Fail("没有出具：" + certified.Problem!.Chinese, "not certified: " + certified.Problem.English);
            return ExitCodes.Unusable;
        }

        OutputFile.Write(target, package);
        foreach (var report in certified.Reports)
        {
            Console.Out.WriteLine(Said(report).In(english));
        }

        Console.Out.WriteLine(new Reason($"已出具 {target}，签名人指纹 {key.Public.Fingerprint}", $"certified in {target}, signed by {key.Public.Fingerprint}").In(english));
        return ExitCodes.Clean;
    }

    private static NamedFile? Read(string name)
    {
        if (Sources.Bytes(name) is { } bytes && bytes.Length <= Opening.MostBytes)
        {
            return new NamedFile(Path.GetFileName(name), bytes);
        }

        Messages.Fail($"{name}：不能读取，或超过 {Opening.MostBytes / 1024 / 1024} MB", $"{name}: cannot be read, or has more than {Opening.MostBytes / 1024 / 1024} MB", "请检查路径", "check the path");
        return null;
    }

    private static Reason Said(Report report)
    {
        var name = report.Disclosure.Facts.Name;
        var held = report.Checks.Count(c => c.Outcome is Outcome.Held or Outcome.HeldWithinRounding or Outcome.HeldByTruncation);
        var all = held + report.Checks.Count(c => c.Outcome == Outcome.Broken);
        var errors = report.Findings.Count(f => f.Severity == Severity.Error);
        return new Reason($"{name}：{held}/{all} 项通过，{report.Waived.Count} 项说明后放行{(errors > 0 ? $"；证书如实载明 {errors} 处错误" : "")}", $"{name}: {held} of {all} checks held, {report.Waived.Count} findings waived{(errors > 0 ? $"; the certificate states {errors} errors" : "")}");
    }
}
