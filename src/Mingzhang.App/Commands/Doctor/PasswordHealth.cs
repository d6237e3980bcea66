using System.Runtime.CompilerServices;
using Mingzhang.Budget;
using Mingzhang.Documents.Surroundings;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.App.Commands.Doctor;

/// <summary>口令的健康：whether there is a list of breached passwords, and whether it can be looked up.</summary>
internal static class PasswordHealth
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Surrounding Breached(string? path)
    {
        var what = new Reason("泄露口令的清单", "list of breached passwords");
        if (string.IsNullOrEmpty(path))
        {
            return new Surrounding("breached", what, "–", new Reason("没有清单：只按内置规则拒绝常见口令。可从 Have I Been Pwned 取得 SHA-1 文件，用 serve --breached 指明", "there is none: common passwords are refused by built-in rules only. Get the SHA-1 files of Have I Been Pwned and name them with serve --breached"));
        }

        return BreachedPasswords.Open(path, out var problem) is not null ? new Surrounding("breached", what, Path.GetFullPath(path), null)
            : new Surrounding("breached", what, null, new Reason($"{problem!.Message.Chinese}：{problem.Remedy.Chinese}", $"{problem.Message.English}: {problem.Remedy.English}"), Needed: true);
    }
}
