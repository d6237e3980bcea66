using Mingzhang.Budget;
using Mingzhang.Ledger.Archive.Questions;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>查阅提问。</summary>
internal partial interface IArchive
{
    /// <summary>一个部门的同一个数下公开的提问，任何年度，新的在前。</summary>
    IReadOnlyList<Question> Questions(Body body, Point point);

    /// <summary>公开的提问，新的在前。</summary>
    IReadOnlyList<Question> Questions(int most);
}

/// <summary>提问的查阅。</summary>
internal sealed partial class ArchiveReader
{
    private const string Shown = "state IN ('Published', 'Answered')";

    public IReadOnlyList<Question> Questions(Body body, Point point) => QuestionBook.Read(statements, $"body = @body AND point = @point AND {Shown} ORDER BY asked DESC, id LIMIT 50", ("body", body.Code), ("point", QuestionBook.PointOf(point)));

    public IReadOnlyList<Question> Questions(int most) => QuestionBook.Read(statements, Shown + " ORDER BY asked DESC, id LIMIT @most", ("most", (long)most));
}

/// <summary>提问的收存。</summary>
internal sealed partial class ArchiveStore
{
    /// <summary>办理提问：one at a time, all or nothing.</summary>
    public T Questions<T>(Func<QuestionBook, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return With(_writers, _database.Open, line =>
        {
            using var transaction = _database.BeginWrite(line.Connection);
            using var statements = new Statements(line.Connection, transaction);
            var result = work(new QuestionBook(statements, Stamp()));
            transaction.Commit();
            return result;
        });
    }
}
