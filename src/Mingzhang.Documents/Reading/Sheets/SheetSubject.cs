using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>一份绩效表所说的事：who and what it is about, its objective, and what came of it.</summary>
internal sealed partial class SheetSubject
{
    private string _unit = "";
    private string _goal = "";
    private string _midterm = "";
    private string _outcome = "";
    private string _grade = "";
    private Place? _gradePlace;
    private Mark? _full;
    private Mark? _total;

    public string Name { get; set; } = "";

    public bool Department { get; set; }

    public Place? Place { get; private set; }

    /// <summary>年度目标; the longer one where none is set for the year.</summary>
    public string Goal => _goal.Length > 0 ? _goal : _midterm;

    /// <summary>是否有总分行。</summary>
    public bool Totalled => _total is not null;

    public bool Scored => _outcome.Length > 0 || _grade.Length > 0 || _total is { Value: not null };

    /// <summary>项目的称呼: two units may have projects of one name, which are two projects.</summary>
    public string Owner(bool whole, string? entity) =>
        whole ? "部门整体" : Name.Length == 0 ? "" : _unit.Length == 0 || (entity is not null && (Fold.Label(entity).EndsWith(_unit, StringComparison.Ordinal) || _unit.EndsWith(Fold.Label(entity), StringComparison.Ordinal))) ? Name : Name + "（" + _unit + "）";

    public void Told(SheetLabel kind, Place place, string text)
    {
        switch (kind)
        {
            case SheetLabel.Unit:
                _unit = text;
                break;
            case SheetLabel.Goal:
                (_goal, Place) = (_goal + text, _goal.Length > 0 ? Place : place);
                break;
            case SheetLabel.Midterm:
                _midterm += text;
                Place ??= place;
                break;
            case SheetLabel.Outcome:
                _outcome += text;
                break;
            case SheetLabel.Grade:
                (_grade, _gradePlace) = (text, place);
                break;
            default:
                break;
        }
    }

    /// <summary>总分: under its columns; where no column tells them apart, two numbers are what can be had and what was given, one number what
    /// was given, unless the row stands under columns.</summary>
    public void Total(Place place, string weight, string score, IReadOnlyList<string> beside)
    {
        var numbers = beside.Where(t => Points.Read(t, place).Value is not null).ToList();
        if (weight.Length + score.Length == 0 && numbers.Count is 1 or 2)
        {
            (weight, score) = (numbers.Count == 2 ? numbers[0] : "", numbers[^1]);
        }

        _full = Points.Read(weight, place);
        _total = Points.Read(score, place);
    }

    /// <summary>勾选的等级: 优□ 良☑ 中□, or ☑优 □良 with the boxes before the words; other words are what they are.</summary>
    public static string Ticked(string text) =>
        (Boxes().Match(text) is { Success: true, Index: 0 } ? TickedAfter() : TickedBefore()).Match(text) is { Success: true } match ? match.Groups[1].Value : text;

    public SelfEvaluation Evaluation() => new()
    {
        Outcome = _outcome,
        Full = _full is { Value: not null } ? _full : null,
        Total = _total is { Value: not null } ? _total : null,
        Grade = _grade,
        GradePlace = _gradePlace,
    };

    [GeneratedRegex("[□☐√☑■✓✔]")]
    private static partial Regex Boxes();

    [GeneratedRegex("[√☑■✓✔]([优良中差])")]
    private static partial Regex TickedAfter();

    [GeneratedRegex("([优良中差])[^优良中差]{0,3}[√☑■✓✔]")]
    private static partial Regex TickedBefore();
}
