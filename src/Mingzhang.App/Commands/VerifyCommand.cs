using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Budget;
using Mingzhang.Documents.Certificates;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang verify：reads and checks again, offline, what a certificate holds, and says whether it still holds and what was altered.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var package = new Argument<string>("PACKAGE") { Description = "勾稽证书 / certificate" };
        CommonOptions.RefuseOptions(package);
        var key = new Option<string?>("--key") { Description = "公开单位的公钥 / public key of the publisher" };
        var print = new Option<string?>("--fingerprint") { Description = "公开单位公钥的指纹 / fingerprint of the publisher's key" };
        var format = CommonOptions.Format("text", "json");
        var language = CommonOptions.Language();
        var command = new Command("verify", "验证勾稽证书 / verify a certificate") { package, key, print, format, language };
        command.SetAction(parsed => Verify(parsed.GetValue(package)!, parsed.GetValue(key), parsed.GetValue(print), parsed.GetValue(format) == "json", parsed.GetValue(language) == "en"));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Verify(string path, string? keyFile, string? print, bool json, bool english)
    {
        string? expected = null;
        if (print is not null && (expected = VerifyingKey.Print(print)) is null)
        {
            Messages.Fail($"“{print}”不是指纹", $"'{print}' is no fingerprint", "指纹是 64 位十六进制数，见 mingzhang keys show", "it has 64 hexadecimal digits, see mingzhang keys show");
            return ExitCodes.Unusable;
        }

        if (keyFile is not null)
        {
            if (KeyFiles.Verifying(keyFile) is not { } key)
            {
                return ExitCodes.Unusable;
            }

            if (expected is not null && expected != key.Fingerprint)
            {
                Messages.Fail("--key 与 --fingerprint 不是同一把钥匙", "--key and --fingerprint are different keys", "请只用其中一个", "use one of them");
                return ExitCodes.Unusable;
            }

            expected = key.Fingerprint;
        }

        if (Sources.Bytes(path) is not { } bytes)
        {
            return Unreadable(path, new Reason("不能读取，或过大", "cannot be read, or is too large"), json);
        }

        if (CertificatePackage.Open(bytes, out var problem) is not { } package)
        {
            return Unreadable(path, problem!, json);
        }

        var verified = Verification.Of(Library.Standard, package, expected, Messages.Version);
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(VerificationJson.Write(verified));
        }
        else
        {
            foreach (var line in VerificationText.Lines(verified, english))
            {
                Console.Out.WriteLine(line);
            }
        }

        return verified.Holds ? ExitCodes.Clean : ExitCodes.Found;
    }

    private static int Unreadable(string path, Reason problem, bool json)
    {
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(VerificationJson.Unreadable(problem));
        }

        Messages.Fail($"{path}：{problem.Chinese}", $"{path}: {problem.English}", "请重新取得完整的证书", "get the whole certificate again");
        return ExitCodes.Unusable;
    }
}
