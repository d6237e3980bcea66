using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;

namespace Mingzhang.Tests.Workbench;

/// <summary>已批复的预算：ten of office money in each of the two units, of which one also has a project with an indicator.</summary>
internal static class RepliedBudget
{
    /// <summary>从编制到批复。</summary>
    public static void Of(WorkbenchFixture work)
    {
        foreach (var unit in new[] { "101001", "101002" })
        {
            Do(work, "李明", w =>
            {
                var of = Organisations.Unit(w, WorkbenchFixture.Year, unit)!;
                if (unit == "101001")
                {
                    Projects.Put(w, of, new Project { Year = of.Year, Unit = unit, Code = "P1", Name = "科普活动", Objective = "举办科普活动" });
                    w.Put(new ProjectIndicator(Project.IdOf(of.Year, unit, "P1"), 1, "场次", "≥", "10", "场", "90", "是").Stored(unit, 0));
                }

                var book = new LineBook(w, Documents.Library, of);
                var office = new Line { Year = of.Year, Unit = unit, Fund = "general", Nature = "public", Function = "2060101", Economic = "30201", Fen = 10_000_000 };
                var all = unit == "101001" ? 14_000_000 : 10_000_000;
                foreach (var line in new[] { office, office with { Nature = "project", Function = "2060702", Economic = "30299", Project = "P1", Fen = 4_000_000 }, new Line { Year = of.Year, Unit = unit, Measure = "income", Fund = "general", Fen = all } })
                {
                    if (line.Project.Length == 0 || unit == "101001")
                    {
                        book.Store(book.Check(line, (_, problem) => w.Refuse(problem)));
                    }
                }

                book.Done();
            });
        }

        Round(work);
        foreach (var unit in new[] { "101001", "101002" })
        {
            Do(work, "陈静", w =>
            {
                Controls.Put(w, Organisations.Unit(w, WorkbenchFixture.Year, unit)!, new Control("general", "basic", 10_000_000));
                if (unit == "101001")
                {
                    Controls.Put(w, Organisations.Unit(w, WorkbenchFixture.Year, unit)!, new Control("general", "project", 4_000_000));
                }
            });
        }

        Do(work, "陈静", w => Move(w, "issue"));
        Round(work);
        Do(work, "陈静", w => Move(w, "approve"));
        Do(work, "陈静", w => Move(w, "reply"));
    }

    /// <summary>某单位的指标。</summary>
    public static IReadOnlyList<Allotment> Allotments(WorkbenchFixture work, string unit) => work.Site.With(s => s.Read(r => Mingzhang.Ledger.Execution.Allotments.Of(r, Organisations.Unit(r, WorkbenchFixture.Year, unit)!)));

    private static void Round(WorkbenchFixture work)
    {
        Do(work, "王芳", w => Move(w, "submit", "101001"));
        Do(work, "赵敏", w => Move(w, "submit", "101002"));
        Do(work, "李明", w => Move(w, "gather"));
    }

    private static void Do(WorkbenchFixture work, string who, Action<Mingzhang.Ledger.Storage.Writing> change) => Assert.Empty(work.Site.With(s => s.Write(who, "", change)));

    private static void Move(Mingzhang.Ledger.Storage.Writing w, string action, string code = "101") => Movement.Do(w, action, WorkbenchFixture.Year, code, new DateOnly(2026, 1, 20));
}
