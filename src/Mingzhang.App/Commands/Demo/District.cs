using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Forms;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Demo;

/// <summary>公开的一份文件。</summary>
internal sealed record PublishedDocument(string Department, int Year, bool Final, DateOnly Replied, DateOnly Day, Composed Composed);

/// <summary>虚构的云溪区：forty departments and a hundred and twenty units through two closed years and a third that is under way, all through the same steps as a real one.</summary>
internal sealed class District
{
    public const int First = 2024;
    public const int Last = 2026;

    /// <summary>区里管账的人: who may see everything.</summary>
    public const string Bureau = "云知远";

    private const string Finance = "顾秋白";

    private readonly Store _store;
    private readonly DemoClock _clock;
    private readonly Library _library;
    private readonly IReadOnlyList<DistrictDepartment> _departments;
    private readonly IReadOnlyDictionary<string, string> _words;
    private readonly IReadOnlyDictionary<string, string> _finalWords;
    private readonly List<string> _refused = [];
    private readonly Action<PublishedDocument> _published;

    private District(Store store, DemoClock clock, Library library, int seed, int departments, Action<PublishedDocument> published)
    {
        (_store, _clock, _library, _published) = (store, clock, library, published);
        _departments = [.. Enumerable.Range(0, departments).Select(i => new DistrictDepartment(i, seed))];
        _words = Sampler.Draft(library, library.Book("cq-budget")!, 1).Words;
        _finalWords = Sampler.Draft(library, library.Book(FinalPublication.Book)!, 1).Words;
    }

    /// <summary>建立，返回没有办成的事; empty where all was done.</summary>
    public static IReadOnlyList<string> Build(Store store, DemoClock clock, Library library, int seed, Action<PublishedDocument> published, int? departments = null)
    {
        var district = new District(store, clock, library, seed, departments ?? DistrictName.All.Count, published);
        for (var year = First; year <= Last; year++)
        {
            district.Budget(year);
            district.Year(year, year == Last ? 10 : 12);
        }

        return district._refused;
    }

    private void Budget(int year)
    {
        _clock.To(new DateOnly(year - 1, 8, 5));
        Do(Bureau, w => Each(d => DistrictBudget.Organise(w, d, year, year == First)));
        if (year == First)
        {
            Do(Bureau, w => Organisations.Put(w, new Person(Finance, Person.Everywhere, Role.Finance)));
        }

        _clock.To(new DateOnly(year - 1, 9, 20));
        Each(d => Do(d.Clerk, w => DistrictBudget.Compile(w, _library, d, year)));
        Do(Bureau, w => Each(d => Movement.Do(w, "gather", year, d.Code, default)));
        _clock.To(new DateOnly(year - 1, 11, 10));
        Do(Finance, w => Each(d => DistrictBudget.Control(w, d, year)));
        _clock.To(new DateOnly(year - 1, 12, 8));
        Each(d => Do(d.Clerk, w =>
        {
            foreach (var unit in d.Units)
            {
                Movement.Do(w, "submit", year, unit.Code, default);
            }
        }));
        Do(Bureau, w => Each(d => Movement.Do(w, "gather", year, d.Code, default)));
        var replied = new DateOnly(year, 1, 26);
        _clock.To(replied);
        Do(Finance, w => Each(d =>
        {
            Movement.Do(w, "approve", year, d.Code, replied);
            Movement.Do(w, "reply", year, d.Code, replied);
        }));
        Each(d => Publish(d, year, replied));
    }

    private void Year(int year, int through)
    {
        var executions = _departments.Select(d => new DistrictExecution(_library, d, year, through)).ToList();
        _clock.To(new DateOnly(year, 3, 1));
        if (year > First)
        {
            Do(Finance, w => Each(d =>
            {
                foreach (var unit in Organisations.Units(w, year - 1, d.Code))
                {
                    YearEnd.Carry(w, _library, unit, $"云溪财预〔{year}〕6号");
                }
            }));
        }

        _clock.To(new DateOnly(year, 9, 15));
        Do(Finance, w => executions.ForEach(e => e.AdjustByFinance(w)));
        Do(Bureau, w => executions.ForEach(e => e.Move(w)));
        _clock.To(new DateOnly(year, 10, 31));
        foreach (var (i, execution) in executions.Index())
        {
            Do(_departments[i].Clerk, w =>
            {
                execution.Spend(w);
                execution.Achieve(w, Achievement.July);
                execution.Achieve(w, Achievement.September);
            });
        }

        if (through < 12)
        {
            return;
        }

        _clock.To(new DateOnly(year + 1, 2, 20));
        foreach (var (i, execution) in executions.Index())
        {
            Do(_departments[i].Clerk, w =>
            {
                execution.Achieve(w, Achievement.Final);
                execution.Close(w);
            });
        }

        // Reply and publication of the final account fall into the autumn, when the next year is already compiled.
        var replied = new DateOnly(year + 1, 7, 25);
        Do(Finance, w => Each(d => Accounts.Reply(w, year, d.Code, replied)));
        Each(d => PublishFinal(d, year, replied));
    }

    // Most publish in time, some late, of whom some say why; one has not published its last budget at all.
    private static Timing? When(DistrictDepartment d, int year, DateOnly replied)
    {
        var turn = ((d.Number * 7) + year) % 20;
        return turn == 13 && year == Last ? null : turn switch
        {
            3 => new Timing(replied.AddDays(26), "公开系统迁移，经同意推迟"),
            8 => new Timing(replied.AddDays(33), ""),
            _ => new Timing(replied.AddDays(4 + (turn % 14)), ""),
        };
    }

    private void Publish(DistrictDepartment d, int year, DateOnly replied)
    {
        if (When(d, year, replied) is not var (day, why))
        {
            return;
        }

        var book = _library.Book("cq-budget")!;
        Composed? composed = null;
        Do(Bureau, w =>
        {
            foreach (var gap in Publication.Compose(w, _library, book, year, d.Code, w.Refuse)!.Gaps)
            {
                Words.Put(w, year, d.Code, "words", gap.Key, Said(d, gap.Key, _words));
            }

            Publication.Verify(w, _library, book, year, d.Code, day);
            Movement.Report(w, "offer", year, d.Code, day);
        });
        Do(Finance, w => Movement.Report(w, "pass", year, d.Code, day));
        Do(Bureau, w => composed = Publication.Publish(w, _library, book, year, d.Code, day), why);
        Told(d.Name, year, final: false, replied, day, composed);
        foreach (var unit in DistrictUnitReports.Publishes(d) ? d.Units : [])
        {
            Told(unit.Name, year, final: false, replied, day, _store.Read(r => DistrictUnitReports.Budget(r, _library, year, unit, _words)));
        }
    }

    private void PublishFinal(DistrictDepartment d, int year, DateOnly replied)
    {
        if (When(d, year + 1, replied) is not var (day, why))
        {
            return;
        }

        Composed? composed = null;
        Do(Bureau, w =>
        {
            foreach (var gap in FinalPublication.Compose(w, _library, year, d.Code, w.Refuse)!.Gaps)
            {
                AccountWords.Put(w, year, d.Code, gap.Key, Said(d, gap.Key, _finalWords));
            }

            composed = FinalPublication.Publish(w, _library, year, d.Code, day) is { } account ? DistrictEvaluation.With(w, account, d, year) : null;
        }, why);
        Told(d.Name, year, final: true, replied, day, composed);
        foreach (var unit in DistrictUnitReports.Publishes(d) ? d.Units : [])
        {
            Told(unit.Name, year, final: true, replied, day, _store.Read(r => DistrictUnitReports.Final(r, _library, year, unit, _finalWords)));
        }
    }

    private void Told(string name, int year, bool final, DateOnly replied, DateOnly day, Composed? composed)
    {
        if (composed is not null)
        {
            _published(new PublishedDocument(name, year, final, replied, day, composed));
        }
    }

    private static string Said(DistrictDepartment d, string key, IReadOnlyDictionary<string, string> words) => key switch
    {
        "duties" => $"{d.Name}是政府工作部门，负责{string.Join('、', d.About.Works.Split(' '))}等方面的规划、管理和服务。",
        "units" => $"{d.Name}内设办公室、业务科，{(d.Units.Count == 1 ? "无下属单位" : "下属" + string.Join('、', d.Units.Skip(1).Select(u => u.Name)))}。核定编制{d.Units.Sum(u => u.Posts)}名。",
        _ when key.StartsWith("use-", StringComparison.Ordinal) && key.Length == 11 => words.GetValueOrDefault(key, "完成年度专项任务"),
        _ => words.GetValueOrDefault(key, "年度任务安排有所调整"),
    };

    private void Each(Action<DistrictDepartment> work)
    {
        foreach (var department in _departments)
        {
            work(department);
        }
    }

    private void Do(string who, Action<Writing> work, string why = "") => _refused.AddRange(_store.Write(who, why, work).Select(p => p.Message.Chinese));

    private sealed record Timing(DateOnly Day, string Why);
}
