using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>A web page, or a piece of one, to paragraphs and tables. It is only parsed: nothing in it runs and nothing it names is fetched.</summary>
internal static class WebPage
{
    private const int LongestPage = 8_000_000;

    /// <summary>A backstop: with the nesting bounded, the longest page takes some seconds.</summary>
    private static readonly TimeSpan LongestParsing = TimeSpan.FromSeconds(60);

    // Formatting tags say nothing about the text, and unclosed ones make a parser build a tree far larger than the
    // page. A declared encoding no longer holds, as the page has been decoded already.
    private static readonly Regex Needless = new(
        "</?(a|b|big|code|em|font|i|meta|nobr|s|small|strike|strong|tt|u)(\\s*/?|\\s[^<>]*)>",
        Patterns.Linear | RegexOptions.IgnoreCase
    );

    private static readonly Regex Paragraph = new(
        "<(p|div|li|br|h[1-6])[\\s/>]",
        Patterns.Linear | RegexOptions.IgnoreCase
    );

    /// <exception cref="ImportRefusedException">Too long or too tangled, empty, or marked as secret.</exception>
    public static SourceText Read(DecodedText page)
    {
        if (page.Text.Length > LongestPage)
            throw new ImportRefusedException(
                RefusalCode.TooLarge,
                "网页源代码超过 800 万字,多半嵌有图片。请在浏览器中打开网页,只复制通知正文,粘贴后再导入。"
            );
        var lean = Needless.Replace(page.Text, "");
        // Also in what the page hides.
        Refusals.RefuseClassified(lean);
        // Before parsing: what is refused in the end need not be parsed first.
        if (Paragraph.Count(lean) > SourceBuilder.MostLines)
            throw SourceBuilder.TooMuch();
        if (Nesting.IsTooDeep(lean))
            throw TooTangled();
        var builder = new SourceBuilder();
        foreach (var notice in page.Notices)
            builder.Notice(notice);
        using var document = Parse(lean);
        new PageWalk(document, builder).Read();
        return builder.Build($"网页({page.Encoding})");
    }

    private static IHtmlDocument Parse(string page)
    {
        using var bytes = new StreamInTime([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(page)], LongestParsing);
        try
        {
            return new HtmlParser().ParseDocumentAsync(bytes, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            throw TooTangled();
        }
    }

    private static ImportRefusedException TooTangled() =>
        new(RefusalCode.Hostile, "网页的标签嵌套异常,已停止读取。请在浏览器中打开网页,复制通知正文,粘贴后再导入。");
}
