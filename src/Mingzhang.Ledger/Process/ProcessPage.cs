using System.Globalization;
using System.Text;

namespace Mingzhang.Ledger.Process;

/// <summary>流程页：docs/generated/process.md, made from the table of steps.</summary>
internal static class ProcessPage
{
    public static string Write(string made)
    {
        var text = new StringBuilder("# 流程 Process\n\n").Append(made);
        text.Append("## 步骤 Steps\n\n| 命令 action | 步骤 step | 角色 who | 状态 from | 之后 to | 公开文本 report |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var step in Steps.All)
        {
            var from = step.From.Count == Steps.States.Count ? "任何 any" : string.Join('、', step.From.Select(f => Steps.State(f).Chinese));
            text.Append(CultureInfo.InvariantCulture, $"| {step.Action} | {step.Name.Chinese} · {step.Name.English} | {string.Join('、', step.Who.Select(r => r.Chinese))} | {from} | {(step.To is null ? "不变 the same" : Steps.State(step.To).Chinese)} | {Report(step)} |\n");
        }

        text.Append("\n## 状态 States\n\n");
        foreach (var state in Steps.States)
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{state.Key}` {state.Chinese} · {state.English}\n");
        }

        text.Append("\n## 能同时出现的状态 Pairs that occur\n\n| 预算 budget \\ 公开文本 report |");
        text.Append(string.Concat(Steps.ReportStates.Select(r => $" {r.Chinese} {r.English} |"))).Append("\n| --- |").Append(string.Concat(Steps.ReportStates.Select(_ => " --- |"))).Append('\n');
        var pairs = Steps.Pairs();
        foreach (var state in Steps.States)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {state.Chinese} {state.English} |").Append(string.Concat(Steps.ReportStates.Select(r => pairs.Contains(new StatePair(state.Key, r.Key)) ? " ✓ |" : "  |"))).Append('\n');
        }

        return text.ToString();
    }

    private static string Report(Step step) =>
        (step.Reports.Count == Steps.ReportStates.Count ? "" : string.Join('、', step.Reports.Select(r => Steps.ReportState(r).Chinese)))
        + (step.Report is null ? "" : " → " + Steps.ReportState(step.Report).Chinese);
}
