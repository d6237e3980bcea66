using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Questions;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang question：the questions that readers asked: read, published, answered, refused.</summary>
internal static class QuestionCommand
{
    private const int Most = 500;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(LedgerOptions options)
    {
        var id = LedgerOptions.Name("ID", "提问的编号 / id of the question");
        var text = new Option<string>("--text") { Description = "答复 / the answer", Required = true };
        var why = new Option<string>("--why") { Description = "理由，记入日志 / reason, kept in the journal", Required = true };
        var state = new Option<string>("--state") { Description = "waiting、published、answered、rejected 或 all / which ones", DefaultValueFactory = _ => "waiting" };
        state.AcceptOnlyFromAmong("waiting", "published", "answered", "rejected", "all");
        var format = CommonOptions.Format("text", "json");
        var list = new Command("list", "列出提问，先问的在前 / questions, oldest first") { options.Database, state, format };
        list.SetAction(parsed => With(parsed, options, book =>
        {
            if (book.Broken() is { } number)
            {
                Messages.Fail($"提问日志第 {number} 步被改动过", $"step {number} of the journal of questions was changed", "请用备份核对", "compare with a backup");
                return ExitCodes.Found;
            }

            Tell(book.All(Enum.TryParse<QuestionState>(parsed.GetValue(state), ignoreCase: true, out var one) ? one : null, Most), parsed.GetValue(format) == "json");
            return ExitCodes.Clean;
        }));
        var publish = new Command("publish", "公开，待答复 / publish, to be answered") { id, options.Database, options.Who };
        publish.SetAction(parsed => With(parsed, options, book => Done(book.Publish(parsed.GetValue(id)!, parsed.GetValue(options.Who)!), "已公开", "published")));
        var answer = new Command("answer", "答复，一并公开 / answer, and publish with the answer") { id, text, options.Database, options.Who };
        answer.SetAction(parsed => With(parsed, options, book => Done(book.Answer(parsed.GetValue(id)!, parsed.GetValue(options.Who)!, parsed.GetValue(text)!), "已答复", "answered")));
        var reject = new Command("reject", "不予公开，或撤下；问的话一并删去 / refuse, or withdraw; its words are deleted") { id, why, options.Database, options.Who };
        reject.SetAction(parsed => With(parsed, options, book => Done(book.Reject(parsed.GetValue(id)!, parsed.GetValue(options.Who)!, parsed.GetValue(why)!), "已不予公开", "refused")));
        return new Command("question", "读者的提问：审核、公开、答复 / questions of readers: read, publish, answer") { list, publish, answer, reject };
    }

    private static int With(ParseResult parsed, LedgerOptions options, Func<QuestionBook, int> work)
    {
        using var store = ArchiveStore.Open(parsed.GetValue(options.Database)!, TimeProvider.System, Library.Standard.Space, create: false, out var problem);
        return store is null ? Refused(problem!, ExitCodes.Unusable) : store.Questions(work);
    }

    private static int Done(Problem? problem, string chinese, string english)
    {
        if (problem is not null)
        {
            return Refused(problem, ExitCodes.Found);
        }

        Console.Out.WriteLine($"{chinese} / {english}");
        return ExitCodes.Clean;
    }

    private static int Refused(Problem problem, int code)
    {
        Messages.Fail(problem);
        return code;
    }

    private static void Tell(IReadOnlyList<Question> questions, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(new JsonArray([.. questions.Select(q => (JsonNode)new JsonObject { ["id"] = q.Id, ["state"] = q.State.ToString().ToLowerInvariant(), ["asked"] = q.Asked, ["cell"] = q.Cell, ["year"] = q.Year, ["said"] = q.Said, ["answer"] = q.Answer, ["answerer"] = q.Answerer })]).ToJsonString(Readable));
            return;
        }

        foreach (var q in questions)
        {
            Console.Out.WriteLine($"{q.Id}\t{q.State.ToString().ToLowerInvariant()}\t{q.Asked}\t/cell/{q.Cell}\t{q.Said}{(q.Answer is null ? "" : "\t" + q.Answer)}");
        }
    }
}
