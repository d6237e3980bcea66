using System.CommandLine;
using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang publish：writes what is published, once nothing is missing and the checks find no error, and files it in the archive.</summary>
internal static class PublishCommand
{
    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");
        var (book, output, force, date) = (ComposeCommand.Book(), WriteCommand.Output(), WriteCommand.Force(), StepCommands.Date());
        var (certificate, key) = (PublishedCertificate.Target(), PublishedCertificate.Key());
        return options.Command("publish", "公开：核对无误后写出并归档 / publish: written and filed once the checks find no error", [code, book, output, force, date, certificate, key], call => call.With(create: false, store =>
        {
            var path = call.Parsed.GetValue(output)!;
            if (StepCommands.Day(call, date) is not { } day || ComposeCommand.Chosen(call, call.Parsed.GetValue(book)!) is not { } chosen || !PublishedOutput.Ready(path) || !OutputFile.MayWrite(path, call.Parsed.GetValue(force))
                || !PublishedCertificate.Ready(call, call.Parsed.GetValue(certificate), call.Parsed.GetValue(key), call.Parsed.GetValue(force)))
            {
                return ExitCodes.Unusable;
            }

            using var file = new StagedFile(path);
            using var proof = call.Parsed.GetValue(certificate) is { } target ? new StagedFile(target) : null;
            var request = new Request(store, chosen, call.Parsed.GetValue(code)!, day, file, proof, call.Parsed.GetValue(key) ?? "");
            return PublishedVersion.Again(store, call.Year, request.Code, path) is { } again && store.Archived(again.Hash) is { } bytes ? Repeat(call, request, again, bytes) : Publish(call, request);
        }));
    }

    private static int Publish(LedgerCall call, Request request) => call.Write(request.Store, w =>
    {
        var composed = Publication.Publish(w, Library.Standard, request.Book, call.Year, request.Code, request.Day);
        var replied = Organisations.Owner(w, call.Year, request.Code) is { } owner ? Stage.Of(w, owner).Replied : "";
        if (PublishedOutput.Keep(w, composed, request.File, new Published(call.Year, request.Code, PublishedFile.Budget, request.Book.Key, request.Day, replied)) is { } bytes)
        {
            Certify(w, call, request, bytes, request.Day);
        }
    }, () =>
    {
        request.Place();
        var stage = request.Store.Read(r => Stage.Of(r, Organisations.Owner(r, call.Year, request.Code)!));
        var path = request.File.Path;
        if (stage.Report == "corrected")
        {
            return Answer.Done($"已公开更正版 {path}，并归档", $"published and filed the corrected version {path}");
        }

        var term = request.Store.Read(r => Terms.Of(r, call.Year));
        var late = request.Day.DayNumber - Terms.Due(term, stage.Replied)!.Value.DayNumber;
        return late > 0 ? Answer.Done($"已公开 {path} 并归档，超过批复后 {term.Said.Chinese}的期限 {late} 日", $"published and filed {path}, {late} days later than {term.Said.English} after the reply")
            : Answer.Done($"已公开 {path} 并归档，在批复后 {term.Said.Chinese}之内", $"published and filed {path} within {term.Said.English} of the reply");
    });

    // What is public already is written once more as it was published, and nothing else changes: so whoever lost the file, or was interrupted before it was in its place, asks again.
    private static int Repeat(LedgerCall call, Request request, PublishedFile again, byte[] bytes) => call.Write(request.Store, w =>
    {
        request.File.Write(bytes);
        Certify(w, call, request, bytes, DateOnly.ParseExact(again.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }, () =>
    {
        request.Place();
        return Answer.Done($"{again.Day} 已公开第 {again.Number} 版，按原件写到 {request.File.Path}；要更正请用 mingzhang report amend",
            $"version {again.Number} was published on {again.Day} and is written to {request.File.Path} as it was; correct it by mingzhang report amend");
    });

    private static void Certify(Writing writing, LedgerCall call, Request request, byte[] bytes, DateOnly day)
    {
        if (request.Proof is { } proof)
        {
            PublishedCertificate.Of(writing, call.Year, request.Code, request.File, bytes, day, request.Key, proof);
        }
    }

    private sealed record Request(Store Store, FormBook Book, string Code, DateOnly Day, StagedFile File, StagedFile? Proof, string Key)
    {
        public void Place()
        {
            File.Place();
            Proof?.Place();
        }
    }
}
