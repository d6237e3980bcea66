using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Demo;

/// <summary>云溪区单位自己的公开文件：of some departments every unit publishes its own budget and final account beside its department's, from the same lines.</summary>
internal static class DistrictUnitReports
{
    // One department in so many: enough to follow a figure from unit to region.
    private const int EveryEighth = 8;

    /// <summary>这个部门的单位是否单独公开。</summary>
    public static bool Publishes(DistrictDepartment department) => department.Number % EveryEighth == 5 && department.Units.Count > 1;

    /// <summary>单位预算; null where the unit has none.</summary>
    public static Composed? Budget(Reading reading, Library library, int year, DistrictUnit unit, IReadOnlyDictionary<string, string> words) =>
        Written(library, library.Book("cq-budget")!, LedgerDraft.Of(reading, library, year, unit.Code), unit, words);

    /// <summary>单位决算; null where the unit has none.</summary>
    public static Composed? Final(Reading reading, Library library, int year, DistrictUnit unit, IReadOnlyDictionary<string, string> words) =>
        Written(library, library.Book(FinalPublication.Book)!, FinalDraft.Of(reading, library, year, unit.Code), unit, words);

    private static Composed? Written(Library library, FormBook book, Draft? draft, DistrictUnit unit, IReadOnlyDictionary<string, string> words)
    {
        if (draft is null)
        {
            return null;
        }

        var said = draft.Words.ToDictionary(StringComparer.Ordinal);
        foreach (var gap in Composer.Compose(library, book, draft).Gaps)
        {
            said[gap.Key] = Said(unit, gap.Key, words);
        }

        return Composer.Compose(library, book, draft with { Words = said });
    }

    private static string Said(DistrictUnit unit, string key, IReadOnlyDictionary<string, string> words) => key switch
    {
        "duties" => $"{unit.Name}承担{string.Join('、', unit.Department.About.Works.Split(' '))}的具体工作。",
        "units" => $"{unit.Name}内设办公室、业务科，无下属单位。核定编制{unit.Posts}名。",
        _ when key.StartsWith("use-", StringComparison.Ordinal) && key.Length == 11 => words.GetValueOrDefault(key, "完成年度专项任务"),
        _ => words.GetValueOrDefault(key, "年度任务安排有所调整"),
    };
}
