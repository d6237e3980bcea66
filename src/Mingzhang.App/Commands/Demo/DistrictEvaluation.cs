using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Demo;

/// <summary>云溪区随决算公开的项目自评表：one form a project, behind the tables of the final account, as departments publish them.</summary>
internal static class DistrictEvaluation
{
    /// <summary>附上自评表。</summary>
    public static Composed With(Reading reading, Composed account, DistrictDepartment department, int year)
    {
        var forms = Organisations.Units(reading, year, department.Code)
            .SelectMany(u => Projects.Of(reading, u).Where(p => p.Category != ProjectScore.Whole).Select(p => Form(reading, u, p, department.Name)))
            .OfType<Composed>().SelectMany(f => f.Blocks);
        return account with { Blocks = [.. account.Blocks, .. forms] };
    }

    private static Composed? Form(Reading reading, Unit unit, Project project, string department) =>
        Evaluations.Of(reading, project) is { } evaluation ? EvaluationForm.Of(ProjectScore.Of(reading, unit, project, Achievement.Final), department, evaluation["outcome"]) : null;
}
