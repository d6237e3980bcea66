using System.Globalization;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

using Writing = Mingzhang.Ledger.Storage.Writing;

/// <summary>十二个单位的部门：headquarters, three bodies and eight institutions, with two years of lines, projects, money between units and what is secret.</summary>
internal static class TwelveUnits
{
    public const string Department = "700";

    public static readonly IReadOnlyList<string> Units = [.. Enumerable.Range(1, 12).Select(i => "7000" + i.ToString("00", CultureInfo.InvariantCulture))];

    private static readonly string[] Names = ["本级", "执法支队", "稽查所", "监督站", "档案馆", "服务中心", "修复中心", "培训中心", "数据中心", "保障中心", "研究所", "编研室"];

    public static string Name(string unit) => "云溪市档案局" + Names[Index(unit)];

    /// <summary>建立：two years with their units, people, projects and lines; nothing is submitted yet.</summary>
    public static Hands Build(string address)
    {
        var hands = new Hands(address);
        foreach (var year in new[] { Hands.Year - 1, Hands.Year })
        {
            hands.Do(w => Organise(w, year));
            foreach (var unit in Units)
            {
                hands.Do(w =>
                {
                    if (year == Hands.Year)
                    {
                        Project(w, unit);
                    }

                    Hands.PutIn(w, unit, year, Lines(unit, year));
                }, Hands.Clerk);
            }
        }

        return hands;
    }

    /// <summary>某单位某年的预算行：amounts down to the 分, different in every unit, both years.</summary>
    public static Line[] Lines(string unit, int year)
    {
        var grown = year == Hands.Year;
        var i = Index(unit) + 1;
        var lines = new List<Line>
        {
            Hands.Running(unit, "personnel", "30101", Amount(1_200_000_37, i, grown), year),
            Hands.Running(unit, "personnel", "30102", Amount(500_000_11, i + 3, grown), year),
            Hands.Running(unit, "public", "30201", Amount(150_000_53, i + 5, grown), year),
            Hands.Running(unit, "public", "30217", Amount(40_000_09, i + 2, !grown), year),
            Hands.Running(unit, "public", "30231", Amount(60_000_77, i + 7, grown), year),
        };
        if (grown)
        {
            lines.Add(Special(unit, "general", 300_000_19 * i) with { Procurement = "works" });
            lines.Add(Special(unit, "other", 50_000_07 * i));
            lines.Add(Hands.Income(unit, "other", 50_000_07 * i));
        }

        // Headquarters pays the archive for keeping its files: once in the department's sum. One item of the squad is secret.
        if (grown && i == 1)
        {
            lines.Add(Special(unit, "general", 90_000_00) with { Transfer = Units[4], Details = "委托保管" });
        }
        else if (grown && i == 5)
        {
            lines.Add(new Line { Year = year, Unit = unit, Measure = "income", Fund = "operating", Fen = 90_000_00, Transfer = Units[0] });
            lines.Add(Special(unit, "operating", 90_000_00) with { Details = "受托保管" });
        }
        else if (grown && i == 2)
        {
            lines.Add(Special(unit, "general", 77_777_77) with { Secret = true, Details = "涉密" });
        }

        lines.Add(Hands.Income(unit, "general", lines.Where(l => l is { Spending: true, Fund: "general" }).Sum(l => l.Fen), year));
        return [.. lines];
    }

    /// <summary>按现有各行核定控制数。</summary>
    public static void Control(Hands hands)
    {
        foreach (var unit in Units)
        {
            var lines = hands.Lines().Where(l => l.Unit == unit && l is { Spending: true, Fund: "general" } && l.Group is "basic" or "project").GroupBy(l => l.Group).ToList();
            hands.Do(w => lines.ForEach(g => Controls.Put(w, Organisations.Unit(w, Hands.Year, unit)!, new Control("general", g.Key, g.Sum(l => l.Fen)))), Hands.Reviewer);
        }
    }

    /// <summary>写齐文字：what the document asks for is asked of the composer.</summary>
    public static void Write(Hands hands, string book, string code)
    {
        var sampled = Sampler.Draft(Documents.Library, Documents.Library.Book(book)!, 1);
        var gaps = hands.Store.Read(r => Composer.Compose(Documents.Library, Documents.Library.Book(book)!, LedgerDraft.Of(r, Documents.Library, Hands.Year, code)!)).Gaps;
        var name = code == Department ? "云溪市档案局" : Name(code);
        hands.Do(w =>
        {
            foreach (var gap in gaps)
            {
                Mingzhang.Ledger.Publishing.Words.Put(w, Hands.Year, code, "words", gap.Key, gap.Key switch
                {
                    "duties" => $"{name}负责全市档案工作的规划、管理和服务。",
                    "units" => code == Department ? $"{name}内设办公室、业务科，下属{string.Join('、', Units.Skip(1).Select(Name))}。" : $"{name}内设办公室、业务科。",
                    _ => sampled.Words.GetValueOrDefault(gap.Key, "年度任务安排有所调整"),
                });
            }
        });
    }

    private static void Organise(Writing w, int year)
    {
        Organisations.Begin(w, new Department(year, Department, "云溪市档案局", "990100"));
        foreach (var (i, unit) in Units.Index())
        {
            Organisations.Put(w, new Unit { Year = year, Code = unit, Department = Department, Name = Name(unit), Kind = i == 0 ? "行政" : i < 4 ? "参公" : "事业", Place = i == 0 ? "本级" : "下属", Vehicles = $"一般公务用车={i % 3}" });
            if (year < Hands.Year)
            {
                Organisations.Put(w, new Person(Hands.Clerk, unit, Role.Unit));
            }
        }

        if (year < Hands.Year)
        {
            Organisations.Put(w, new Person(Hands.Reviewer, Person.Everywhere, Role.Finance));
        }
    }

    private static void Project(Writing w, string unit)
    {
        var of = Organisations.Unit(w, Hands.Year, unit)!;
        var number = Index(unit) + 1;
        var project = new Project { Year = Hands.Year, Unit = unit, Code = "P1", Name = of.Name + "库房改造", Objective = string.Create(CultureInfo.InvariantCulture, $"完成{of.Name}库房改造任务{number}项，按期完成率达到100%。"), State = "已评审" };
        Indicators(w, of, project, new(project.Id, 1, of.Name + "改造任务数量", "≥", number.ToString(CultureInfo.InvariantCulture), "项", "50", ""), new(project.Id, 2, "按期完成率", "=", "100", "%", "40", ""), new(project.Id, 3, "年度预算执行率", "=", "100", "%", "10", ""));
        if (of.Headquarters)
        {
            var whole = new Project { Year = Hands.Year, Unit = unit, Code = "ZT", Name = "整体绩效", Category = "部门整体", Objective = "全年完成重点任务9项，群众满意度达到95%。" };
            Indicators(w, of, whole, new(whole.Id, 1, "重点任务完成数量", "≥", "9", "项", "50", "是"), new(whole.Id, 2, "群众满意度", "≥", "95", "%", "40", "是"), new(whole.Id, 3, "年度预算执行率", "=", "100", "%", "10", "否"));
        }
    }

    private static void Indicators(Writing w, Unit unit, Project project, params ProjectIndicator[] indicators)
    {
        Projects.Put(w, unit, project);
        foreach (var indicator in indicators)
        {
            Projects.Put(w, unit, indicator);
        }
    }

    private static Line Special(string unit, string fund, long fen) => new() { Year = Hands.Year, Unit = unit, Fund = fund, Nature = "project", Function = Index(unit) == 0 ? "2012602" : "2012604", Project = "P1", Fen = fen };

    private static long Amount(long fen, int step, bool grown) => fen * (10 + step) / 10 * (grown ? 107 : 100) / 100;

    private static int Index(string unit) => int.Parse(unit[^2..], CultureInfo.InvariantCulture) - 1;
}
