using Mingzhang.Budget;

namespace Mingzhang.Documents.Certificates;

/// <summary>验证的结果：what became of signature, parts and results.</summary>
public sealed record Verified
{
    /// <summary>清单：what the package says of itself.</summary>
    public required Manifest Manifest { get; init; }

    /// <summary>包内的公钥。</summary>
    public required VerifyingKey Key { get; init; }

    /// <summary>签名人是否可信。</summary>
    public required SignerTrust Trust { get; init; }

    /// <summary>被改动之处：of the signature, of parts, and of results that no version explains.</summary>
    public required IReadOnlyList<Alteration> Alterations { get; init; }

    /// <summary>各文件重新查验的结果。</summary>
    public required IReadOnlyList<VerifiedDocument> Documents { get; init; }

    /// <summary>现在的程序版本。</summary>
    public required string Tool { get; init; }

    /// <summary>现在的规则版本。</summary>
    public required string Rules { get; init; }

    /// <summary>是否出自同一版本的程序和规则: then every result must be the same to the byte.</summary>
    public bool SameVersion => Manifest.Tool == Tool && Manifest.Rules == Rules;

    /// <summary>结论。</summary>
    public CertificateState State => Alterations.Count > 0 ? CertificateState.Altered
        : !Documents.Any(d => d.Differs) ? CertificateState.Holds
        : Trust == SignerTrust.Expected ? CertificateState.OtherVersion : CertificateState.Unproven;

    /// <summary>是否成立: a difference that only the version could explain counts for nothing where the signer is not proven, since anyone can write an older version into a manifest.</summary>
    public bool Holds => State is CertificateState.Holds or CertificateState.OtherVersion;
}

/// <summary>结论的种类。</summary>
public enum CertificateState
{
    /// <summary>成立：nothing was altered, and checking again gives the same.</summary>
    Holds,

    /// <summary>未被改动，但版本不同，结果有别: the signature is the publisher's.</summary>
    OtherVersion,

    /// <summary>结果有别，版本或改动都可能是原因: the signer is not known.</summary>
    Unproven,

    /// <summary>已被改动。</summary>
    Altered,
}

/// <summary>签名人。</summary>
public enum SignerTrust
{
    /// <summary>不明：shown, not trusted.</summary>
    Unknown,

    /// <summary>即所指明的公开单位。</summary>
    Expected,

    /// <summary>不是所指明的公开单位。</summary>
    Other,
}

/// <summary>一处改动。</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Part">Part of the package.</param>
/// <param name="What">In words.</param>
public sealed record Alteration(AlterationKind Kind, string Part, Reason What);

/// <summary>改动的种类。</summary>
public enum AlterationKind
{
    /// <summary>签名与清单不符。</summary>
    Signature,

    /// <summary>签名人不符。</summary>
    Signer,

    /// <summary>内容被改。</summary>
    Changed,

    /// <summary>新增。</summary>
    Added,

    /// <summary>缺少。</summary>
    Removed,

    /// <summary>与重新查验的结果不符。</summary>
    Result,
}

/// <summary>一份文件重新查验的结果。</summary>
/// <param name="Name">Name of the document.</param>
/// <param name="Report">What checking again found; null where it could not be checked.</param>
/// <param name="Differences">What differs from what the package says; empty where nothing does.</param>
/// <param name="New">Findings that were not there.</param>
/// <param name="Gone">Findings that are no longer there.</param>
public sealed record VerifiedDocument(string Name, Report? Report, IReadOnlyList<Alteration> Differences, IReadOnlyList<ComparedFinding> New, IReadOnlyList<ComparedFinding> Gone)
{
    /// <summary>是否有别。</summary>
    public bool Differs => Differences.Count > 0;
}

/// <summary>对比的问题：as the report writes it.</summary>
public sealed record ComparedFinding(string Id, string Rule, Reason Message);
