using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Pages;
using Mingzhang.Workbench.Pages.Final;
using Mingzhang.Workbench.Pages.Jobs;
using Mingzhang.Workbench.Pages.Own;
using Mingzhang.Workbench.Pages.Passkeys;
using Mingzhang.Workbench.Pages.Provider;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;
using Mingzhang.Workbench.Pages.Reports.Grid;
using Mingzhang.Workbench.Pages.Review;
using Mingzhang.Workbench.Pages.Rules;
using Mingzhang.Workbench.Pages.Settings;
using Mingzhang.Workbench.Pages.Uploads;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台的地址：what may be asked for, and what may be done.</summary>
internal static class WorkRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head], Changing = [HttpMethods.Post];

    public static void Map(IEndpointRouteBuilder app, WorkSite work, Site portal)
    {
        Open("/in", SignInPage.Show, SignInPage.Send);
        Open("/in/second", SecondFactorPage.Show, SecondFactorPage.Send);
        Open("/in/passkey", null, PasskeySignIn.Send);
        Open("/in/provider", ProviderPage.Begin, null);
        Open("/in/provider/done", ProviderPage.Back, ProviderPage.Accept);
        Open("/in/provider/failed", ProviderPage.Failed, null);
        Open("/invited", InvitedPage.Show, InvitedPage.Send);
        Open("/reset", ResetPage.Show, ResetPage.Send);
        Open("/first", FirstPage.Show, FirstPage.Send);
        Open("/denied", v => Task.FromResult(DeniedPage.Of(v, StatusCodes.Status403Forbidden)), null);
        Both("/out", null, SignInPage.Out);

        Both("", v => Task.FromResult(TodoPage.Of(v)), null);
        Both("/account", AccountPage.Show, AccountPage.Send);
        Both("/account/data", v => Task.FromResult(OwnData.Show(v, v.Context.RequestServices.GetRequiredService<AccountSettings>())), null);
        Both("/account/data/json", OwnData.Export, null);
        Both("/account/second", SecondFactorSetting.Show, SecondFactorSetting.Send);
        Both("/account/provider", ProviderLink.Show, ProviderLink.Send);
        Both("/account/passkeys", PasskeysPage.Show, PasskeysPage.Send);
        Both("/settings", v => Task.FromResult(SettingsPage.Show(v)), null);
        Both("/settings/people", v => Task.FromResult(PeoplePage.Show(v)), v => Task.FromResult(PeoplePage.Send(v)));
        Both("/settings/units", v => Task.FromResult(UnitsPage.Show(v)), v => Task.FromResult(UnitsPage.Send(v)));
        Both("/settings/term", v => Task.FromResult(TermPage.Show(v)), v => Task.FromResult(TermPage.Send(v)));
        Both("/settings/journal", v => Task.FromResult(JournalPage.Show(v)), null);
        Both("/settings/journal/csv", v => Task.FromResult(JournalExport.Csv(v)), null);
        Both("/settings/journal/jsonl", v => Task.FromResult(JournalExport.Lines(v)), null);
        Both("/settings/archive", v => Task.FromResult(ArchivePage.Show(v)), ArchivePage.Send);
        Both("/settings/backup", v => Task.FromResult(BackupPage.Show(v)), v => Task.FromResult(BackupPage.Send(v)));
        Both("/settings/books", v => Task.FromResult(BooksPage.Show(v)), null);
        Both("/settings/health", v => Task.FromResult(HealthPage.Show(v)), null);
        Both("/reports", v => Task.FromResult(ReportsPage.Of(v)), null);
        foreach (var part in new[] { "income", "spending" })
        {
            Both("/reports/{unit}/" + part, v => Task.FromResult(LinesPage.Show(v)), v => Task.FromResult(LinesPage.Send(v)));
        }

        Both("/reports/{unit}/lines", v => Task.FromResult(LineList.Show(v)), LinesAddress.Send);
        Both("/reports/{unit}/live", v => Task.FromResult(LiveAddress.Listen(v)), LiveAddress.Stand);
        Both("/reports/{unit}/checks", TextChecks.Show, null);
        app.MapMethods(CodeList.Pattern, Reading, c => CodeList.Send(c, work.Library));
        Both("/reports/{unit}/projects", v => Task.FromResult(ProjectsPage.Show(v)), v => Task.FromResult(ProjectsPage.Send(v)));
        Both("/reports/{unit}/submit", v => Task.FromResult(SubmitPage.Show(v)), v => Task.FromResult(SubmitPage.Send(v)));
        Both("/reports/{unit}/performance", v => Task.FromResult(PerformancePage.Show(v)), v => Task.FromResult(PerformancePage.Send(v)));
        Both("/reports/{unit}/execution", v => Task.FromResult(ExecutionPage.Show(v)), ExecutionPage.Send);
        Both("/reports/{unit}/evaluation", v => Task.FromResult(EvaluationPage.Show(v)), v => Task.FromResult(EvaluationPage.Send(v)));
        Both("/reports/{unit}/evaluation/form", v => Task.FromResult(EvaluationPage.Printed(v)), null);
        Both("/reports/{unit}/final", v => Task.FromResult(FinalPage.Show(v)), v => Task.FromResult(FinalPage.Send(v)));
        Both("/reports/{unit}/final/words", v => Task.FromResult(FinalWordsPage.Show(v)), v => Task.FromResult(FinalWordsPage.Send(v)));
        Both("/reports/{unit}/final/preview", v => Task.FromResult(FinalPreview.Show(v)), null);
        Both("/reports/{unit}/final/draft", v => Task.FromResult(FinalPreview.Draft(v)), null);
        Both("/reports/{unit}/words", v => Task.FromResult(WordsPage.Show(v)), v => Task.FromResult(WordsPage.Send(v)));
        Both("/reports/{unit}/preview", v => Task.FromResult(PreviewPage.Show(v)), v => Task.FromResult(PreviewPage.Send(v)));
        Both("/reports/{unit}/inspection", v => Task.FromResult(InspectionPage.Show(v)), null);
        Both("/reports/{unit}/draft", v => Task.FromResult(PreviewPage.Draft(v)), null);
        Both("/reports/{unit}/publish", v => Task.FromResult(PublishPage.Show(v)), v => Task.FromResult(PublishPage.Send(v)));
        Both("/reports/{unit}/import", v => Task.FromResult(ImportPage.Show(v)), ImportPage.Send);
        Both("/reports/{unit}/template", v => Task.FromResult(LineTemplate.Of(v)), null);
        Both("/rules", v => Task.FromResult(RulesPage.Show(v)), v => Task.FromResult(RulesPage.Send(v)));
        Both("/rules/draft", v => Task.FromResult(RuleDraftPage.Show(v)), v => Task.FromResult(RuleDraftPage.Send(v)));
        Both("/jobs", JobsPage.Show, JobsPage.Send);
        Both("/jobs/{id}", v => Task.FromResult(JobPage.Show(v)), v => Task.FromResult(JobPage.Send(v)));
        Both("/jobs/{id}/state", v => Task.FromResult(JobPage.State(v)), null);
        Both("/review", v => Task.FromResult(ReviewBoard.Show(v)), null);
        Both("/review/uploads", v => Task.FromResult(UploadsPage.Show(v)), UploadsPage.Send);
        Both("/review/uploads/{id}", UploadSheet.Show, UploadSheet.Send);
        Both("/review/uploads/{id}/csv", UploadExport.Csv, null);
        Both("/review/uploads/{id}/xlsx", UploadExport.Excel, null);
        Both("/review/uploads/{id}/notice", UploadExport.Notice, null);
        Both("/review/uploads/{id}/file", v => Task.FromResult(UploadExport.File(v)), null);
        Both("/review/{unit}", v => Task.FromResult(ReviewSheet.Show(v)), v => Task.FromResult(ReviewSheet.Send(v)));
        foreach (var asset in WorkAssets.All)
        {
            app.MapMethods(asset.Path, Reading, asset.Send);
        }

        void Open(string path, Func<WorkVisit, Task<WorkAnswer>>? show, Func<WorkVisit, Task<WorkAnswer>>? send) => Add(path, open: true, show, send);
        void Both(string path, Func<WorkVisit, Task<WorkAnswer>>? show, Func<WorkVisit, Task<WorkAnswer>>? send) => Add(path, open: false, show, send);
        void Add(string path, bool open, Func<WorkVisit, Task<WorkAnswer>>? show, Func<WorkVisit, Task<WorkAnswer>>? send)
        {
            if (show is not null)
            {
                app.MapMethods(WorkHost.Root + path, Reading, c => WorkServing.Send(c, work, portal, open, show));
            }

            if (send is not null)
            {
                var sending = app.MapMethods(WorkHost.Root + path, Changing, c => WorkServing.Send(c, work, portal, open, send));
                if (open)
                {
                    sending.RequireRateLimiting(WorkHost.SignIns);
                }
            }
        }
    }
}
