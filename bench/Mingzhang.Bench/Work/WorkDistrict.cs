using System.Globalization;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Bench.Work;

/// <summary>供编制的区：forty departments with three units each, lines in every unit, and people who each compile two of the units.</summary>
internal static class WorkDistrict
{
    public const int Year = 2026;
    public const string Keeper = "李明";

    private const int Departments = 40, UnitsEach = 3, LinesEach = 60;

    private static readonly string[] Functions = ["2010301", "2010302", "2050201", "2050202", "2060101", "2060701", "2080501", "2080505", "2101101", "2210201"];
    private static readonly string[] Economic = ["30101", "30201", "30202", "30205", "30207", "30213"];

    /// <summary>全部单位的编码。</summary>
    public static IReadOnlyList<string> Units { get; } = [.. Enumerable.Range(0, Departments).SelectMany(d => Enumerable.Range(1, UnitsEach).Select(u => string.Create(CultureInfo.InvariantCulture, $"{101 + d}{u:000}")))];

    /// <summary>第几个人。</summary>
    public static string Officer(int number) => string.Create(CultureInfo.InvariantCulture, $"经办{number + 1:000}");

    /// <summary>第几个人所编的单位: two units of one department where there are sixty people.</summary>
    public static IReadOnlyList<string> UnitsOf(int number, int people) => [.. Units.Where((_, i) => i % people == number % Units.Count)];

    /// <summary>建立。</summary>
    public static void Build(Store store, int people)
    {
        Do(store, w => Organisations.Begin(w, new Department(Year, "101", "云溪区第1局", "")));
        for (var d = 1; d < Departments; d++)
        {
            var code = (101 + d).ToString(CultureInfo.InvariantCulture);
            Do(store, w => Organisations.Begin(w, new Department(Year, code, "云溪区第" + (d + 1).ToString(CultureInfo.InvariantCulture) + "局", "")));
        }

        Do(store, w =>
        {
            foreach (var unit in Units)
            {
                Organisations.Put(w, new Unit { Year = Year, Code = unit, Department = unit[..3], Name = "云溪区第" + unit + "单位", Kind = "行政", Place = unit.EndsWith('1') ? "本级" : "下属" });
            }

            for (var p = 0; p < people; p++)
            {
                foreach (var unit in UnitsOf(p, people))
                {
                    Organisations.Put(w, new Person(Officer(p), unit, Role.Unit));
                }
            }
        });
        foreach (var code in Units)
        {
            var officer = Officer(Enumerable.Range(0, people).First(p => UnitsOf(p, people).Contains(code)));
            Refused(store.WriteUnit(officer, "bench", code, w =>
            {
                var book = new LineBook(w, Forms.Library.Standard, Organisations.Unit(w, Year, code)!, loaded: true);
                for (var i = 0; i < LinesEach; i++)
                {
                    var line = new Line { Year = Year, Unit = code, Measure = "expenditure", Fund = "general", Nature = "public", Function = Functions[i % Functions.Length], Economic = Economic[i / Functions.Length], Fen = 1_000_000 + i };
                    book.Store(book.Check(line, (_, problem) => w.Refuse(problem)));
                }

                book.Done();
            }));
        }
    }

    private static void Do(Store store, Action<Writing> work) => Refused(store.Write(Keeper, "bench", work));

    private static void Refused(IReadOnlyList<Ledger.Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(problems[0].Message.English);
        }
    }
}
