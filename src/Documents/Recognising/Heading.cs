using JointMeeting.Domain.Numbers;

namespace JointMeeting.Documents.Recognising;

/// <summary>What stands at the head of a document and in its signature.</summary>
public sealed record Heading(
    Stated<string>? Title,
    Stated<DocumentNumber>? Number,
    Stated<string>? Issuer,
    Stated<DateOnly>? Issued,
    Stated<DateOnly>? Published,
    IReadOnlyList<Stated<string>> Recipients
);

internal static class HeadingBlock
{
    private const int LinesOfAHead = 40;

    public static Heading Read(Sheet sheet, DateOnly today)
    {
        var head = Head(sheet);
        var metadata = Metadata.Read(head);
        var signature = Signature.Find(sheet);
        var title = TitleLine.Find(head);
        return new(
            title,
            Number(head, metadata, today),
            Issuer(metadata, signature, title),
            signature?.Date
                ?? Metadata.Date(metadata, Metadata.Signed)
                ?? Metadata.Date(metadata, Metadata.PublishedOn),
            Metadata.Date(metadata, Metadata.PublishedOn),
            MainRecipients.Find(head, title)
        );
    }

    /// <summary>The lines before the first numbered clause or heading of the text.</summary>
    private static List<Line> Head(Sheet sheet) =>
        [
            .. sheet
                .Lines.Where((_, at) => !sheet.IsTaken(at))
                .TakeWhile(line => !Outline.IsFirst(line.Squeezed) && Outline.Numbered(line.Squeezed) is null)
                .Take(LinesOfAHead),
        ];

    private static Stated<DocumentNumber>? Number(
        List<Line> head,
        IReadOnlyList<MetadataField> metadata,
        DateOnly today
    )
    {
        var places = metadata
            .Where(field => field.Key == Metadata.Number)
            .Select(field => (Text: field.Value, field.Line))
            .Concat(
                head.Where(line => line.Squeezed.Length <= 40).Select(line => (Text: line.Squeezed, Line: line.Number))
            );
        foreach (var (text, line) in places)
        {
            var number = DocumentNumber.Parse(text, today);
            if (number.Status is not (DocumentNumberStatus.Reject or DocumentNumberStatus.Incomplete))
                return new(number, line, number.Status is DocumentNumberStatus.Valid ? null : number.Why);
        }
        return null;
    }

    private static Stated<string>? Issuer(
        IReadOnlyList<MetadataField> metadata,
        SignatureBlock? signature,
        Stated<string>? title
    )
    {
        var named = metadata.FirstOrDefault(field => field.Key == Metadata.Issuer);
        var signed = signature?.Issuer;
        if (named is not null)
            return new(
                named.Value,
                named.Line,
                signed is not null && signed.Value != named.Value ? $"落款为“{signed.Value}”,与发布机构不一致" : null
            );
        if (signed is not null)
            return signed;
        var about = title?.Value.IndexOf("关于") ?? -1;
        return about > 1 ? new(title!.Value[..about], title.Line, "发文机关由标题推定") : null;
    }
}
