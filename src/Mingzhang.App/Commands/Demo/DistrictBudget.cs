using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Demo;

/// <summary>云溪区一个部门一年的预算编制：units, projects with their promises, and lines.</summary>
internal static class DistrictBudget
{
    public static void Organise(Writing w, DistrictDepartment department, int year, bool people)
    {
        Organisations.Begin(w, new Department(year, department.Code, department.Name, DistrictName.Region));
        foreach (var unit in department.Units)
        {
            Organisations.Put(w, unit.Unit(year));
            if (people)
            {
                Organisations.Put(w, new Person(department.Clerk, unit.Code, Role.Unit));
            }
        }
    }

    public static void Compile(Writing w, Library library, DistrictDepartment department, int year)
    {
        foreach (var unit in department.Units)
        {
            var of = Organisations.Unit(w, year, unit.Code)!;
            foreach (var (i, name) in unit.Projects(year).Index())
            {
                Promise(w, of, new Project { Year = year, Unit = unit.Code, Code = "P" + Number(i + 1), Name = name, State = "已评审", Starts = year, Ends = year + (i % 2) }, 3 + ((unit.Posts + (year * 3) + i) % 40));
            }

            if (of.Headquarters)
            {
                var whole = new Project { Year = year, Unit = unit.Code, Code = "ZT", Name = "整体绩效", Category = "部门整体", Objective = $"全年完成重点任务{Number(6 + (department.Number % 9))}项，群众满意度达到95%。" };
                Put(w, of, whole, new(whole.Id, 1, "重点任务完成数量", "≥", Number(6 + (department.Number % 9)), "项", "50", "是"), new(whole.Id, 2, "群众满意度", "≥", "95", "%", "40", "是"), new(whole.Id, 3, "年度预算执行率", "=", "100", "%", "10", "否"));
            }

            var book = new LineBook(w, library, of);
            foreach (var line in unit.Lines(library, year))
            {
                book.Put(line);
            }

            book.Done();
            Movement.Do(w, "submit", year, unit.Code, default);
        }
    }

    /// <summary>控制数: what was asked for, which the second round then keeps to.</summary>
    public static void Control(Writing w, DistrictDepartment department, int year)
    {
        foreach (var unit in Organisations.Units(w, year, department.Code))
        {
            var lines = w.All(Kinds.Line, ("year", (long)year), ("unit", unit.Code)).Select(Line.Of).Where(l => l.Spending).ToList();
            foreach (var group in lines.GroupBy(l => new { l.Fund, l.Group }))
            {
                Controls.Put(w, unit, new Control(group.Key.Fund, group.Key.Group, group.Sum(l => l.Fen)));
            }
        }

        Movement.Do(w, "issue", year, department.Code, default);
    }

    private static void Promise(Writing w, Unit unit, Project project, int number)
    {
        project = project with { Objective = $"完成{project.Name}任务{Number(number)}项，按期完成率达到100%。" };
        Put(w, unit, project, new(project.Id, 1, project.Name + "任务完成数量", "≥", Number(number), "项", "50", ""), new(project.Id, 2, "任务按期完成率", "=", "100", "%", "40", ""), new(project.Id, 3, "年度预算执行率", "=", "100", "%", "10", ""));
    }

    private static void Put(Writing w, Unit unit, Project project, params ProjectIndicator[] indicators)
    {
        Projects.Put(w, unit, project);
        foreach (var indicator in indicators)
        {
            Projects.Put(w, unit, indicator);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
