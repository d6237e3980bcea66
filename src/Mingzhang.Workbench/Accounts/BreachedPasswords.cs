using System.Security.Cryptography;
using System.Text;
using Mingzhang.Ledger;

namespace Mingzhang.Workbench.Accounts;

/// <summary>泄露过的口令：a list that the operator keeps, looked up on the disk without being read whole: the hashes of Have I Been Pwned, as one file in order or as a folder of ranges, or what <see cref="Of"/> makes of a plain list.</summary>
internal sealed class BreachedPasswords
{
    private const int HashLength = 40, PrefixLength = 5, LongestLine = 120, Looked = 64;

    private readonly string _path;
    private readonly bool _ranges;

    private BreachedPasswords(string path, bool ranges) => (_path, _ranges) = (path, ranges);

    /// <summary>打开; null with the reason where it is no such list. Some lines are looked at: one that is not in order would find nothing and say nothing.</summary>
    public static BreachedPasswords? Open(string path, out Problem? problem)
    {
        problem = null;
        try
        {
            if (Directory.Exists(path))
            {
                if (Directory.EnumerateFiles(path).Any(f => IsHash(System.IO.Path.GetFileNameWithoutExtension(f), PrefixLength)))
                {
                    return new BreachedPasswords(path, ranges: true);
                }
            }
            else if (File.Exists(path))
            {
                using var file = OpenFile(path);
                if (file.Length > 0 && InOrder(file))
                {
                    return new BreachedPasswords(path, ranges: false);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Told below.
        }

        problem = Problem.Of($"{Problem.Shown(path)} 不是泄露口令的清单，或不能读", $"{Problem.Shown(path)} is no list of breached passwords, or cannot be read", "须是按序的 SHA-1 清单（每行 40 位十六进制）或分段文件的文件夹；普通清单用 mingzhang accounts breached 转换", "it must be hashes (SHA-1, 40 hexadecimal digits a line) in order or a folder of ranges; a plain list is converted by mingzhang accounts breached");
        return null;
    }

    /// <summary>是否泄露过。</summary>
    public bool Holds(string password)
    {
        var hash = Hash(password);
        if (!_ranges)
        {
            return Find(_path, hash);
        }

        var range = System.IO.Path.Combine(_path, hash[..PrefixLength]);
        return new[] { range, range + ".txt" }.FirstOrDefault(File.Exists) is { } file && Find(file, hash[PrefixLength..]);
    }

    /// <summary>由普通清单：one password a line; their hashes, in order, each once.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> passwords) => passwords.Where(p => p.Length > 0).Select(Hash).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal);

    // The lists are made so; nothing is kept or proven by this hash.
#pragma warning disable CA5350
    private static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350

    private static bool IsHash(string text, int length) => text.Length >= length && text.Take(length).All(char.IsAsciiHexDigit);

    private static FileStream OpenFile(string path) => new(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.RandomAccess });

    private static bool InOrder(FileStream file)
    {
        var last = "";
        for (var i = 0L; i < Looked; i++)
        {
            var line = LineAt(file, file.Length / Looked * i).Text;
            if (!IsHash(line, HashLength) || string.CompareOrdinal(line[..HashLength].ToUpperInvariant(), last) < 0)
            {
                return false;
            }

            last = line[..HashLength].ToUpperInvariant();
        }

        return true;
    }

    private static bool Find(string path, string key)
    {
        using var file = OpenFile(path);
        for (var (low, high) = (0L, file.Length); low < high;)
        {
            var line = LineAt(file, low + ((high - low) / 2));
            var order = string.CompareOrdinal(key, line.Text.Length >= key.Length ? line.Text[..key.Length].ToUpperInvariant() : line.Text);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (low, line.Start) : (line.End, high);
        }

        return false;
    }

    // The line in which a byte stands, its end included.
    private static Found LineAt(FileStream file, long at)
    {
        Span<byte> around = stackalloc byte[2 * LongestLine];
        var from = Math.Max(0, at - LongestLine);
        var read = around[..RandomAccess.Read(file.SafeFileHandle, around, from)];
        var middle = (int)(at - from);
        var start = read[..middle].LastIndexOf((byte)'\n') + 1;
        var length = read[middle..].IndexOf((byte)'\n');
        var end = length < 0 ? read.Length : middle + length;
        return (start == 0 && from > 0) || (length < 0 && from + read.Length < file.Length) ? throw new InvalidDataException() : new Found(from + start, from + end + 1, Encoding.ASCII.GetString(read[start..end]).TrimEnd('\r'));
    }

    private readonly record struct Found(long Start, long End, string Text);
}
