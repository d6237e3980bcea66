using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Forms.Loading;

/// <summary>数据文件的问题：all that is wrong in the data, each with file and line; nothing is loaded while there is any.</summary>
public sealed class Problems
{
    private readonly List<DataProblem> _all = [];

    /// <summary>全部问题。</summary>
    public IReadOnlyList<DataProblem> All => _all;

    /// <summary>记一个问题。</summary>
    public void Add(string file, int line, string chinese, string english) =>
        _all.Add(new DataProblem(file, line, new Reason(chinese, english)));

    /// <summary>记一个问题，位置取自提纲的一行。</summary>
    public void Add(Outline at, string chinese, string english)
    {
        ArgumentNullException.ThrowIfNull(at);
        Add(at.File, at.Line, chinese, english);
    }

    /// <summary>不认识的字段。</summary>
    public void Unknown(Outline at)
    {
        ArgumentNullException.ThrowIfNull(at);
        Add(at, $"不认识的字段“{at.Key}”", $"unknown field '{at.Key}'");
    }

    /// <summary>重复的键。</summary>
    public void Duplicate(Outline at, string key) => Add(at, $"“{key}”重复", $"'{key}' is given twice");
}

/// <summary>一个数据问题。</summary>
public sealed record DataProblem(string File, int Line, Reason Reason)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Reason.Chinese} / {Reason.English}");
}
