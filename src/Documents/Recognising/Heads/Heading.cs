using System.Text.RegularExpressions;
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
)
{
    /// <summary>索引号 of a government site.</summary>
    public string? IndexNumber { get; init; }

    /// <summary>有效性 as the site states it.</summary>
    public string? Validity { get; init; }

    /// <summary>The document a notice issues (现将《…》印发).</summary>
    public Stated<string>? IssuedDocument { get; init; }
}

internal static class HeadingBlock
{
    private const int LinesOfAHead = 40;
    private static readonly Regex Issues = new("印发[^《》。]{0,12}《(?<t>[^《》]{2,100})》", Patterns.Linear);
    private static readonly Regex Hereby = new("^现将[^《》。]{0,16}《(?<t>[^《》]{2,100})》", Patterns.Linear);
    private static readonly Regex Site = new(
        "^(欢迎(访问|光临)(?<u>[^!！。,，]{2,24}?)(门户|官方)?网站?|版权(信息|所有)[:：](?<u>[^!！。,，]{2,24}?)(版权所有)?(邮政编码.*)?)[!！]?$",
        Patterns.Linear
    );
    private static readonly Regex UnitBeforeYear = new("^(?<u>[^0-9]{4,24})(19|20)[0-9]{2}年", Patterns.Linear);

    public static Heading Read(Sheet sheet, DateOnly today)
    {
        var head = Head(sheet);
        var metadata = Metadata.Read(head);
        var signature = Signature.Find(sheet);
        var title = TitleLine.Find(head);
        return new(
            title,
            Number(head, metadata, today),
            Issuer(metadata, signature, title) ?? InferredIssuer(sheet, title),
            signature?.Date
                ?? Metadata.Date(metadata, Metadata.Signed)
                ?? Metadata.Date(metadata, Metadata.PublishedOn),
            Metadata.Date(metadata, Metadata.PublishedOn),
            MainRecipients.Find(head, title)
        )
        {
            IndexNumber = metadata.FirstOrDefault(field => field.Key == Metadata.Index)?.Value,
            Validity = metadata.FirstOrDefault(field => field.Key == Metadata.Valid)?.Value,
            IssuedDocument = IssuedDocument(sheet, title),
        };
    }

    private static Stated<string>? IssuedDocument(Sheet sheet, Stated<string>? title)
    {
        foreach (var line in sheet.Lines)
            if (Hereby.Match(line.Squeezed) is { Success: true } match)
                return new(match.Groups["t"].Value, line.Number);
        return title is not null && Issues.Match(title.Value) is { Success: true } named
            ? new(named.Groups["t"].Value, title.Line)
            : null;
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

    /// <summary>The unit a title begins with, else the site the page comes from.</summary>
    private static Stated<string>? InferredIssuer(Sheet sheet, Stated<string>? title)
    {
        if (
            title is not null
            && UnitBeforeYear.Match(title.Value) is { Success: true } before
            && UnitNames.LooksLikeOne(before.Groups["u"].Value)
        )
            return new(before.Groups["u"].Value, title.Line, "发文机关由标题推定");
        foreach (var line in sheet.Lines)
            if (Site.Match(line.Squeezed) is { Success: true } site && UnitNames.LooksLikeOne(site.Groups["u"].Value))
                return new(site.Groups["u"].Value, line.Number, "发文机关由所在网站推定");
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
        // 市体育局 on the page of a site is short for the unit that signs.
        if (
            named is not null
            && signed is not null
            && signed.Value.Length > named.Value.Length
            && (
                signed.Value.EndsWith(named.Value)
                || (UnitNames.HasPlace(signed.Value) && !UnitNames.HasPlace(named.Value))
            )
        )
            return signed;
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
