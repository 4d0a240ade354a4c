using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>What a text wants with a document it names without a number.</summary>
public enum NamedAs
{
    /// <summary>根据, 落实: the text rests on it.</summary>
    Basis,

    /// <summary>制定, 出台: it is still to be written.</summary>
    ToBeDrafted,

    /// <summary>Neither is said.</summary>
    Mentioned,
}

/// <param name="IsLaw">A law or regulation (法, 条例).</param>
public sealed record NamedDocument(string Title, NamedAs As, bool IsLaw, int Line);

/// <summary>Documents named by title only: nothing to look up by number, but part of what a plan rests on or produces.</summary>
internal static class NamedDocuments
{
    private const int Before = 8;
    private static readonly Regex Title = new("《(?<t>[^《》]{2,100})》", Patterns.Linear);
    private static readonly Regex IsDocument = new(
        "(方案|意见|办法|通知|规划|计划|措施|条例|法|规定|规则|细则|标准|纲要|报告|决定|体系|规程|指南|目录|要点|制度|准则|规范|清单|协议|章程|批复|函)([(（].{1,12}[)）])?$",
        Patterns.Linear
    );
    private static readonly Regex Drafts = new(
        "(制定|制订|制发|出台|印发|研制|编制|修订|修订完善|起草|形成|下发|发布|拟定)(了)?$",
        Patterns.Linear
    );
    private static readonly Regex Rests = new(
        "(根据|按照|依据|落实|贯彻|执行|遵照|围绕|实施|对照|符合)[^,，。;；《》]{0,8}$",
        Patterns.Linear
    );
    private static readonly Regex Law = new("([^办方]法|条例)([(（].{1,12}[)）])?$", Patterns.Linear);

    public static IReadOnlyList<NamedDocument> Find(
        Sheet sheet,
        IReadOnlyList<CitedDocument> cited,
        Stated<string>? ownTitle
    )
    {
        var numbered = cited.Select(document => document.Title).ToHashSet();
        return
        [
            .. sheet
                .Lines.SelectMany(line => Title.Matches(line.Squeezed).Select(match => Read(line, match)))
                .Where(document =>
                    IsDocument.IsMatch(document.Title)
                    && !numbered.Contains(document.Title)
                    && !IsOwn(document.Title, ownTitle, sheet)
                )
                .DistinctBy(document => document.Title),
        ];
    }

    private static NamedDocument Read(Line line, Match match)
    {
        var before = line.Squeezed[Math.Max(0, match.Index - Before)..match.Index];
        var title = match.Groups["t"].Value;
        return new(
            title,
            Drafts.IsMatch(before) ? NamedAs.ToBeDrafted
                : Rests.IsMatch(before) ? NamedAs.Basis
                : NamedAs.Mentioned,
            Law.IsMatch(title),
            line.Number
        );
    }

    /// <summary>The document the notice issues: named in its title, or the heading of what follows.</summary>
    private static bool IsOwn(string title, Stated<string>? own, Sheet sheet) =>
        own is not null && (own.Value.Contains(title) || title.Contains(own.Value))
        || sheet.Lines.Any(line => line.Squeezed == title);
}
