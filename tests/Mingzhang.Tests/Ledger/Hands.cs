using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

using Writing = Mingzhang.Ledger.Storage.Writing;

/// <summary>账库的手：opens a ledger with a fictional department and does what its people do.</summary>
internal sealed class Hands : IDisposable
{
    public const int Year = 2026;
    public const string Officer = "周汇";
    public const string Clerk = "吴填";
    public const string Reviewer = "郑审";

    public Hands(string address)
    {
        Address = address;
        Store = Mingzhang.Ledger.Storage.Store.Open(address, Clock, create: true, out var problem)!;
        Assert.Null(problem);
    }

    public string Address { get; }

    public Store Store { get; }

    public FixedClock Clock { get; } = new();

    /// <summary>虚构的部门：headquarters and one institution, with their people.</summary>
    public static Hands Department(string address, int year = Year)
    {
        var hands = new Hands(address);
        hands.Add(year);
        hands.Do(w =>
        {
            Organisations.Put(w, new Person(Clerk, "700001", Role.Unit));
            Organisations.Put(w, new Person(Clerk, "700002", Role.Unit));
            Organisations.Put(w, new Person(Reviewer, Person.Everywhere, Role.Finance));
        });
        return hands;
    }

    public void Add(int year) => Do(w =>
    {
        Organisations.Begin(w, new Department(year, "700", "云溪市档案局", "990100"));
        Organisations.Put(w, new Unit { Year = year, Code = "700001", Department = "700", Name = "云溪市档案局本级", Kind = "行政", Place = "本级", Version = Organisations.Unit(w, year, "700001")?.Version ?? 0 });
        Organisations.Put(w, new Unit { Year = year, Code = "700002", Department = "700", Name = "云溪市档案馆", Kind = "事业", Version = Organisations.Unit(w, year, "700002")?.Version ?? 0 });
    });

    /// <summary>办成。</summary>
    public void Do(Action<Writing> work, string who = Officer, string why = "")
    {
        var problems = Store.Write(who, why, work);
        Assert.True(problems.Count == 0, string.Join("; ", problems.Select(p => p.Message.Chinese + " " + p.At)));
    }

    /// <summary>被拒绝的理由。</summary>
    public IReadOnlyList<Problem> Refused(Action<Writing> work, string who = Officer, string why = "")
    {
        var problems = Store.Write(who, why, work);
        Assert.NotEmpty(problems);
        return problems;
    }

    public void Step(string action, string code, string who, int year = Year, DateOnly? date = null) => Do(w => Movement.Do(w, action, year, code, date ?? Store.Today), who);

    /// <summary>公开文本的全程：checked and offered by one, passed by another, published.</summary>
    public Composed Publish(string book, string code, string who, DateOnly date)
    {
        var chosen = Documents.Library.Book(book)!;
        Do(w => Publication.Verify(w, Documents.Library, chosen, Year, code, date), who);
        Do(w => Movement.Report(w, "offer", Year, code, date), who);
        Do(w => Movement.Report(w, "pass", Year, code, date), Reviewer);
        Composed? composed = null;
        Do(w => composed = Publication.Publish(w, Documents.Library, chosen, Year, code, date), who);
        return composed!;
    }

    public void Put(string unit, params Line[] lines) => Put(unit, Year, lines);

    public void Put(string unit, int year, params Line[] lines) => Do(w => PutIn(w, unit, year, lines), Clerk);

    public static void PutIn(Writing w, string unit, int year, params Line[] lines)
    {
        var book = new LineBook(w, Library.Standard, Organisations.Unit(w, year, unit)!);
        foreach (var line in lines)
        {
            book.Put(line);
        }

        book.Done();
    }

    public static Line Income(string unit, string fund, long fen, int year = Year) => new() { Year = year, Unit = unit, Measure = "income", Fund = fund, Fen = fen };

    public static Line Running(string unit, string nature, string economic, long fen, int year = Year, string fund = "general") =>
        new() { Year = year, Unit = unit, Fund = fund, Nature = nature, Function = unit.EndsWith('1') ? "2012601" : "2012604", Economic = economic, Fen = fen };

    public IReadOnlyList<Line> Lines(int year = Year) => Store.Read(r => r.All(Kinds.Line, ("year", (long)year)).Select(Line.Of).ToList());

    public void Dispose() => Store.Dispose();
}

/// <summary>固定的时钟：stands still until it is moved.</summary>
internal sealed class FixedClock : TimeProvider
{
    private DateTimeOffset _now = new(2025, 8, 4, 1, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Days(int days) => _now = _now.AddDays(days);
}
