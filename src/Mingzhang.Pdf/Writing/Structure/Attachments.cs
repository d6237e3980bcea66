namespace Mingzhang.Pdf.Writing.Structure;

/// <summary>附件：embedded files, named in the file's list and associated with the document.</summary>
internal static class Attachments
{
    public static void Write(IReadOnlyList<PdfAttachment> attachments, ObjectBag bag, ByteText catalog)
    {
        if (attachments.Count == 0)
        {
            return;
        }

        var names = new ByteText();
        var associated = new ByteText();
        foreach (var attachment in attachments.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            var entries = new ByteText().Add("/Type/EmbeddedFile/Subtype"u8).Name(attachment.MimeType).Add("/Params<</Size "u8).Add(attachment.Content.Length).Add(">>"u8);
            var content = bag.Stream(entries.Memory.Span, attachment.Content.Span);
            var specification = new ByteText().Add("<</Type/Filespec/F"u8).Words(attachment.Name).Add("/UF"u8).Words(attachment.Name).Add("/AFRelationship/"u8).Add(attachment.Relationship.ToString()).Add("/EF<</F "u8).Ref(content).Add("/UF "u8).Ref(content).Add(">>"u8);
            if (attachment.Description is { } description)
            {
                specification.Add("/Desc"u8).Words(description);
            }

            var number = bag.Add(specification.Add(">>"u8));
            names.Words(attachment.Name).Ref(number);
            associated.Ref(number);
        }

        catalog.Add("/Names<</EmbeddedFiles<</Names["u8).Add(names.Memory.Span).Add("]>>>>/AF["u8).Add(associated.Memory.Span).Add("]"u8);
    }
}
