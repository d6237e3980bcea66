using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Documents.Certificates;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang keys：makes the pair of keys with which a publisher signs, and shows the fingerprint by which others know it.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "签名的钥匙 / keys for signing") { New(), Show() };

    private static Command New()
    {
        var output = new Option<string>("--output", "-o") { Description = "私钥写到的文件；公钥写在旁边，名为 .public.pem / file of the private key; the public one stands beside it as .public.pem", Required = true };
        var command = new Command("new", "新造一对钥匙 / make a pair of keys") { output };
        command.SetAction(parsed => Make(parsed.GetValue(output)!));
        return command;
    }

    private static Command Show()
    {
        var key = new Argument<string>("KEY") { Description = "钥匙文件 / key file" };
        CommonOptions.RefuseOptions(key);
        var command = new Command("show", "显示公钥和指纹 / show the public key and its fingerprint") { key };
        command.SetAction(parsed => Show(parsed.GetValue(key)!));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Make(string path)
    {
        var beside = Path.ChangeExtension(path, null) + ".public.pem";
        using var key = SigningKey.Create();
        if (File.Exists(beside))
        {
            Messages.Fail($"{beside} 已存在，钥匙文件从不替换", $"{beside} exists already, and a key is never replaced", "请换一个文件名", "choose another name");
            return ExitCodes.Unusable;
        }

        if (!KeyFiles.Write(path, key.Pem(), ownerOnly: true) || !KeyFiles.Write(beside, key.Public.Pem, ownerOnly: false))
        {
            return ExitCodes.Unusable;
        }

        Console.Out.WriteLine($"私钥 {path}：只有本人可读，请备份，不要外传 / private key: keep it to yourself, and a copy");
        Console.Out.WriteLine($"公钥 {beside}：请公布它或它的指纹 / public key: publish it or its fingerprint");
        Console.Out.WriteLine($"指纹 / fingerprint {key.Public.Fingerprint}");
        return ExitCodes.Clean;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Show(string path)
    {
        if (KeyFiles.Verifying(path) is not { } key)
        {
            return ExitCodes.Unusable;
        }

        Console.Out.Write(key.Pem);
        Console.Out.WriteLine($"指纹 / fingerprint {key.Fingerprint}");
        return ExitCodes.Clean;
    }
}
