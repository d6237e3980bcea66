namespace Mingzhang.Pdf.Objects;

/// <summary>工作量计数：one for a document; whoever does work without a small bound pays for it here.</summary>
internal sealed class Work(PdfLimits limits, int fileBytes)
{
    private long _left = limits.Work + ((long)limits.WorkPerByte * fileBytes);
    private long _bytesLeft = limits.TotalBytes;
    private int _objectsLeft = limits.Objects;
    private long _keptLeft = limits.KeptBytes;

    public PdfLimits Limits { get; } = limits;

    public void Spend(long amount)
    {
        _left -= amount;
        if (_left < 0)
        {
            throw new PdfException(PdfProblem.WorkLimit, "The PDF takes more work than is allowed.");
        }
    }

    public void Decoded(int bytes)
    {
        Spend(2L * bytes);
        _bytesLeft -= bytes;
        if (_bytesLeft < 0)
        {
            throw new PdfException(PdfProblem.TooLarge, "The PDF holds more data than is allowed.");
        }
    }

    public void Keep(int bytes)
    {
        _keptLeft -= bytes;
        if (_keptLeft < 0)
        {
            throw new PdfException(PdfProblem.TooLarge, "The PDF holds more compressed objects than are allowed.");
        }
    }

    public void Object()
    {
        Spend(500);
        if (--_objectsLeft < 0)
        {
            throw new PdfException(PdfProblem.TooLarge, "The PDF holds more objects than are allowed.");
        }
    }
}
