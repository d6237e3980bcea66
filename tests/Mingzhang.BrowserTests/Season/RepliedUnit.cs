using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.BrowserTests.Season;

/// <summary>已批复的单位：a department of one unit whose budget is replied to, with a project and its indicator: what is done after the reply can be done here.</summary>
internal static class RepliedUnit
{
    public const string Department = "102", Code = "102001";

    public static void Of(SeasonPlace place)
    {
        place.Write(SeasonPlace.Keeper, w =>
        {
            Organisations.Begin(w, new Department(SeasonPlace.Year, Department, "云溪区体育局", ""));
            Organisations.Put(w, new Unit { Year = SeasonPlace.Year, Code = Code, Department = Department, Name = "云溪区体育局本级", Kind = "行政", Place = "本级" });
            Organisations.Put(w, new Person(SeasonPlace.Officer, Code, Role.Unit));
        });
        place.Write(SeasonPlace.Officer, w =>
        {
            var unit = Unit(w);
            Projects.Put(w, unit, new Project { Year = unit.Year, Unit = Code, Code = "P1", Name = "全民健身活动", Objective = "举办全民健身活动，方便居民锻炼。" });
            Projects.Put(w, unit, new ProjectIndicator(Project.IdOf(unit.Year, Code, "P1"), 1, "举办活动场次", "≥", "10", "场", "90", ProjectIndicator.Yes));
            var book = new LineBook(w, Library.Standard, unit);
            var office = new Line { Year = unit.Year, Unit = Code, Fund = "general", Nature = "public", Function = "2070301", Economic = "30201", Fen = 10_000_000 };
            book.Put(office);
            book.Put(office with { Nature = "project", Function = "2070308", Economic = "30299", Project = "P1", Fen = 4_000_000 });
            book.Put(new Line { Year = unit.Year, Unit = Code, Measure = "income", Fund = "general", Fen = 14_000_000 });
            book.Done();
        });
        Round(place);
        place.Write(SeasonPlace.Finance, w =>
        {
            Controls.Put(w, Unit(w), new Control("general", "basic", 10_000_000));
            Controls.Put(w, Unit(w), new Control("general", "project", 4_000_000));
            Move(w, "issue", Department);
        });
        Round(place);
        place.Write(SeasonPlace.Finance, w => Move(w, "approve", Department));
        place.Write(SeasonPlace.Finance, w => Move(w, "reply", Department));
    }

    private static void Round(SeasonPlace place)
    {
        place.Write(SeasonPlace.Officer, w => Move(w, "submit", Code));
        place.Write(SeasonPlace.Keeper, w => Move(w, "gather", Department));
    }

    private static void Move(Writing w, string action, string code) => Movement.Do(w, action, SeasonPlace.Year, code, new DateOnly(SeasonPlace.Year, 1, 20));

    private static Unit Unit(Reading r) => Organisations.Unit(r, SeasonPlace.Year, Code)!;
}
