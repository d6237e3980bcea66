using System.CommandLine;
using System.Text;
using Mingzhang.Documents.Reports;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang rules：lists, explains and exports the rules.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var key = new Argument<string?>("ID") { Description = "规则编号，如 MZ601；或类别，如 MZ6 / rule, such as MZ601, or family, such as MZ6", Arity = ArgumentArity.ZeroOrOne };
        CommonOptions.RefuseOptions(key);
        var format = CommonOptions.Format("text", "json", "csv");
        var output = CommonOptions.Output();
        var language = CommonOptions.Language();
        var command = new Command("rules", "列出、说明、导出核对规则 / list, explain and export the rules") { key, format, output, language };
        command.SetAction(parsed =>
        {
            var rules = RulesReport.Find(parsed.GetValue(key));
            if (rules.Count == 0)
            {
                Messages.Fail($"没有规则“{parsed.GetValue(key)}”", $"there is no rule '{parsed.GetValue(key)}'", "用 mingzhang rules 查看全部", "see mingzhang rules");
                return ExitCodes.Unusable;
            }

            var kind = parsed.GetValue(format)!;
            var english = parsed.GetValue(language) == "en";
            // A spreadsheet takes a CSV file for UTF-8 only where it begins with a mark.
            var text = kind switch
            {
                "json" => RulesData.Json(rules, Messages.Version),
                "csv" => (parsed.GetValue(output) is null ? "" : "\ufeff") + RulesData.Csv(rules).TrimEnd(),
                _ => (rules.Count == 1 ? RulesReport.Explain(rules[0], english) : RulesReport.List(rules, english)).TrimEnd(),
            };
            using var sink = new ReportSink(parsed.GetValue(output), ReportFrame.Bare(kind));
            sink.Begin(1);
            sink.Write("rules", Encoding.UTF8.GetBytes(text));
            sink.End();
            return ExitCodes.Clean;
        });
        return command;
    }
}
