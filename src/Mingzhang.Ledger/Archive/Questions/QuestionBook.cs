using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive.Questions;

/// <summary>提问簿：what was asked and what became of it. Every step is kept in a chain of hashes and never changed; what was refused leaves its hash there, and its words nowhere.</summary>
internal sealed class QuestionBook(Statements statements, string at)
{
    /// <summary>待审核的至多这么多: beyond it nobody could read them.</summary>
    public const int MostWaiting = 1000;

    private const string Columns = "id, body, point, year, cell, said, state, asked, answer, answered, answerer";
    private const string Public = "public";

    /// <summary>提问; the reason where it is not taken.</summary>
    public Problem? Ask(ArchivedStatement figure, string said)
    {
        said = Tidy(said);
        if (figure.Document.Body is not { } body || said.Length is < 4 or > Question.Longest)
        {
            return Problem.Of($"问题须有四到{Question.Longest}个字", $"a question has four to {Question.Longest} characters", "请写短一些，或写明白一些", "write it shorter, or say more");
        }

        if (Count("state = 'Waiting'") >= MostWaiting)
        {
            return Problem.Of("等待审核的问题太多，暂不收新的", "too many questions are waiting", "请过几天再来", "come again in a few days");
        }

        var point = PointOf(figure.Statement.Point);
        if (Count("body = @body AND point = @point AND said = @said", ("body", body.Code), ("point", point), ("said", said)) > 0)
        {
            return Problem.Of("同样的问题已经有人问过", "the same was asked already", "请看这一格下面的提问", "see the questions below the figure");
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.Code + "\n" + point + "\n" + said + "\n" + at)))[..12];
        statements.Run($"INSERT INTO archive_question ({Columns}) VALUES (@id, @body, @point, @year, @cell, @said, 'Waiting', @at, NULL, NULL, NULL)", ("id", id), ("body", body.Code), ("point", point),
            ("year", (long)(PointText.Year(figure.Statement.Point) ?? 0)), ("cell", figure.Document.Key + "." + figure.Statement.Id), ("said", said), ("at", at));
        Step(id, Public, "asked", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said))));
        return null;
    }

    /// <summary>公开，待答复。</summary>
    public Problem? Publish(string id, string who) => Change(id, q => q.State == QuestionState.Waiting, () =>
    {
        statements.Run("UPDATE archive_question SET state = 'Published' WHERE id = @id", ("id", id));
        Step(id, who, "published", "");
    });

    /// <summary>答复，一并公开; an answer may be corrected by another, the journal keeps both.</summary>
    public Problem? Answer(string id, string who, string text)
    {
        var answer = Tidy(text);
        return answer.Length is 0 or > Question.LongestAnswer
            ? Problem.Of($"答复须有一到{Question.LongestAnswer}个字", $"an answer has one to {Question.LongestAnswer} characters", "请用 --text 写答复", "write the answer with --text")
            : Change(id, q => q.State != QuestionState.Rejected, () =>
            {
                statements.Run("UPDATE archive_question SET state = 'Answered', answer = @answer, answered = @at, answerer = @who WHERE id = @id", ("id", id), ("answer", answer), ("at", at), ("who", who));
                Step(id, who, "answered", answer);
            });
    }

    /// <summary>不予公开，或撤下：its words are taken out.</summary>
    public Problem? Reject(string id, string who, string why) => Change(id, q => q.State != QuestionState.Rejected, () =>
    {
        statements.Run("UPDATE archive_question SET state = 'Rejected', said = '', answer = NULL WHERE id = @id", ("id", id));
        Step(id, who, "rejected", Tidy(why));
    });

    /// <summary>全部提问，先问的在前; of one state where it is given.</summary>
    public IReadOnlyList<Question> All(QuestionState? state, int most) => Read(statements, $"{(state is null ? "1 = 1" : "state = @state")} ORDER BY asked, id LIMIT @most", [.. state is { } s ? new (string, object?)[] { ("state", s.ToString()) } : [], ("most", (long)most)]);

    /// <summary>日志是否完好：the first step that is not what was written; null where all are.</summary>
    public long? Broken()
    {
        var before = "";
        foreach (var step in statements.Rows("SELECT number, question, at, who, step, said, hash FROM archive_question_step ORDER BY number", r => new KeptStep(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6))))
        {
            if (step.Hash != Seal(before, step.Number, step.Question, step.At, step.Who, step.Name, step.Said))
            {
                return step.Number;
            }

            before = step.Hash;
        }

        return null;
    }

    /// <summary>本库的密钥，第一次用时生成：for the marks of forms.</summary>
    public string Secret()
    {
        statements.Run("INSERT INTO archive_secret (name, value) VALUES ('forms', @value) ON CONFLICT (name) DO NOTHING", ("value", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        return statements.Rows("SELECT value FROM archive_secret WHERE name = 'forms'", r => r.GetString(0))[0];
    }

    /// <summary>点的写法：a department's figure and a unit's are one, since the body is named beside.</summary>
    internal static string PointOf(Point point) => PointText.Write(point.Completed()).Replace("entity=unit", "entity=department", StringComparison.Ordinal);

    internal static List<Question> Read(Statements statements, string where, params (string, object?)[] given) => statements.Rows($"SELECT {Columns} FROM archive_question WHERE {where}", r => new Question
    {
        Id = r.GetString(0),
        Body = r.GetString(1),
        Point = r.GetString(2),
        Year = (int)r.GetInt64(3),
        Cell = r.GetString(4),
        Said = r.GetString(5),
        State = Enum.Parse<QuestionState>(r.GetString(6)),
        Asked = r.GetString(7),
        Answer = ArchiveRows.Text(r, 8),
        Answered = ArchiveRows.Text(r, 9),
        Answerer = ArchiveRows.Text(r, 10),
    }, given);

    private Problem? Change(string id, Func<Question, bool> may, Action change)
    {
        if (Read(statements, "id = @id", ("id", id)) is not [var question])
        {
            return Problem.Of($"没有编号为 {Problem.Shown(id)} 的提问", $"there is no question {Problem.Shown(id)}", "用 mingzhang question list 查看", "see mingzhang question list");
        }

        if (!may(question))
        {
            return Problem.Of($"这条提问已是“{question.State}”", $"this question is {question.State}", "用 mingzhang question list --state all 查看", "see mingzhang question list --state all");
        }

        change();
        return null;
    }

    private void Step(string question, string who, string step, string said)
    {
        var (number, before) = statements.Rows("SELECT number, hash FROM archive_question_step ORDER BY number DESC LIMIT 1", r => (r.GetInt64(0), r.GetString(1))) is [var last] ? last : (0L, "");
        statements.Run("INSERT INTO archive_question_step (number, question, at, who, step, said, hash) VALUES (@number, @question, @at, @who, @step, @said, @hash)", ("number", number + 1), ("question", question), ("at", at), ("who", who), ("step", step), ("said", said),
            ("hash", Seal(before, number + 1, question, at, who, step, said)));
    }

    private static string Seal(string before, long number, params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + number.ToString(CultureInfo.InvariantCulture) + "\n" + string.Join('\n', parts.Select(p => p.Length.ToString(CultureInfo.InvariantCulture) + ":" + p)))));

    // Control characters say nothing; a run of blanks is one.
    private static string Tidy(string text) => string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private long Count(string where, params (string, object?)[] given) => statements.Rows($"SELECT COUNT(*) FROM archive_question WHERE {where}", r => r.GetInt64(0), given)[0];

    private sealed record KeptStep(long Number, string Question, string At, string Who, string Name, string Said, string Hash);
}
