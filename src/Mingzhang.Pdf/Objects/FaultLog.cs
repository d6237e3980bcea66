namespace Mingzhang.Pdf.Objects;

/// <summary>缺陷清单：each fault once, and no more than can be read.</summary>
internal sealed class FaultLog
{
    private const int Most = 500;
    private readonly HashSet<PdfFault> _known = [];
    private readonly List<PdfFault> _faults = [];

    /// <summary>正在读的页：0 while the file itself is read.</summary>
    public int Page { get; set; }

    public IReadOnlyList<PdfFault> All => _faults;

    public void Add(PdfFaultKind kind, string detail)
    {
        var fault = new PdfFault(kind, Page, detail);
        if (_faults.Count < Most && _known.Add(fault))
        {
            _faults.Add(fault);
        }
    }
}
