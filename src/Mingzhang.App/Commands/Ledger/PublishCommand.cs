using System.CommandLine;
using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang publish：writes what is published, once nothing is missing and the checks find no error.</summary>
internal static class PublishCommand
{
    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");
        var (book, output, force, date) = (ComposeCommand.Book(), WriteCommand.Output(), WriteCommand.Force(), StepCommands.Date());
        var (certificate, key) = (PublishedCertificate.Target(), PublishedCertificate.Key());
        return options.Command("publish", "公开：核对无误后写出 / publish: written once the checks find no error", [code, book, output, force, date, certificate, key], call => call.With(create: false, store =>
        {
            var path = call.Parsed.GetValue(output)!;
            if (StepCommands.Day(call, date) is not { } day || ComposeCommand.Chosen(call, call.Parsed.GetValue(book)!) is not { } chosen || WriteCommand.Format(path) is null || !OutputFile.MayWrite(path, call.Parsed.GetValue(force))
                || !PublishedCertificate.Ready(call, call.Parsed.GetValue(certificate), call.Parsed.GetValue(key), call.Parsed.GetValue(force)))
            {
                return ExitCodes.Unusable;
            }

            return call.Write(store, w =>
            {
                ComposeCommand.Write(w, Publication.Publish(w, Library.Standard, chosen, call.Year, call.Parsed.GetValue(code)!, day), path);
                if (w.Problems.Count == 0 && call.Parsed.GetValue(certificate) is { } target)
                {
                    PublishedCertificate.Write(w, call.Year, call.Parsed.GetValue(code)!, path, day, call.Parsed.GetValue(key)!, target);
                }
            }, () =>
            {
                var stage = store.Read(r => Stage.Of(r, Organisations.Owner(r, call.Year, call.Parsed.GetValue(code)!)!));
                if (stage.Report == "corrected")
                {
                    return Answer.Done($"已公开更正版 {path}", $"published the corrected version {path}");
                }

                var late = day.DayNumber - DateOnly.ParseExact(stage.Replied, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - Movement.DaysToPublish;
                return late > 0 ? Answer.Done($"已公开 {path}，超过批复后 {Movement.DaysToPublish} 日 {late} 日", $"published {path}, {late} days later than {Movement.DaysToPublish} days after the reply")
                    : Answer.Done($"已公开 {path}，在批复后 {Movement.DaysToPublish} 日之内", $"published {path} within {Movement.DaysToPublish} days of the reply");
            });
        }));
    }
}
