using System.Net;
using System.Text.RegularExpressions;

namespace JointMeeting.Web.Tests;

/// <summary>What came back: one answer, no redirect followed.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>The page as a person reads it: without tags, runs of white space as one space.</summary>
    public string Text => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(Html, "<[^>]*>", " ")), @"\s+", " ").Trim();
}

/// <summary>A browser without script: keeps cookies, fills in forms, follows no redirect by itself.</summary>
public sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() })
    {
        BaseAddress = address,
    };

    public async Task<Answer> Get(string path) => await Read(await http.GetAsync(path));

    /// <summary>A request as given, for what no form sends.</summary>
    public async Task<Answer> Send(HttpRequestMessage request) => await Read(await http.SendAsync(request));

    /// <summary>Opens a page and hands in a form of it, as <see cref="Submit(Answer, string, Dictionary{string, string}, string?, IReadOnlyList{Handed})"/> does.</summary>
    public async Task<Answer> Submit(
        string path,
        Dictionary<string, string> values,
        string? press = null,
        params IReadOnlyList<Handed> files
    ) => await Submit(await Get(path), path, values, press, files);

    /// <summary>
    /// Hands in the first form of a page that has all the fields named in <paramref name="values"/> and, where given, the
    /// text <paramref name="press"/> in its markup; a button with that text is the one pressed. The form's other fields
    /// go as the page filled them in.
    /// </summary>
    public async Task<Answer> Submit(
        Answer page,
        string path,
        Dictionary<string, string> values,
        string? press = null,
        params IReadOnlyList<Handed> files
    )
    {
        var form = Form.On(page.Html, values.Keys.Concat(files.Select(f => f.Field)), press);
        var button = press is null ? null : form.ButtonWith(press);
        var fields = form.Fields().Concat(button?.Fields() ?? []).Where(f => !values.ContainsKey(f.Key)).Concat(values);
        using HttpContent content = files.Count == 0 ? new FormUrlEncodedContent(fields) : Multipart(fields, files);
        var action = button?.Action ?? form.Action ?? path;
        return await Read(await http.PostAsync(new Uri(new Uri(address, path), action), content));
    }

    /// <summary>Goes where an answer sends it, until a page comes.</summary>
    public async Task<Answer> Follow(Answer answer)
    {
        while (answer.Location is { } next)
            answer = await Get(next);
        return answer;
    }

    public void Dispose() => http.Dispose();

    private static MultipartFormDataContent Multipart(
        IEnumerable<KeyValuePair<string, string>> fields,
        IReadOnlyList<Handed> files
    )
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var file in files)
            content.Add(new ByteArrayContent(file.Bytes), file.Field, file.Name);
        return content;
    }

    private static async Task<Answer> Read(HttpResponseMessage response)
    {
        using (response)
            return new(
                response.StatusCode,
                response.Headers.Location?.OriginalString,
                await response.Content.ReadAsStringAsync()
            );
    }
}

/// <summary>A file handed in with a form.</summary>
public sealed record Handed(string Field, string Name, byte[] Bytes);

/// <summary>A posted form of a page, read as far as our own markup needs.</summary>
internal sealed record Form(string Html)
{
    public string? Action => Attribute(Html[..Html.IndexOf('>')], "action");

    public Button? ButtonWith(string text) =>
        Regex
            .Matches(Html, "<button .*?</button>", RegexOptions.Singleline)
            .Where(match => match.Value.Contains(text, StringComparison.Ordinal))
            .Select(match => new Button(match.Value[..match.Value.IndexOf('>')]))
            .FirstOrDefault();

    public static Form On(string page, IEnumerable<string> names, string? with)
    {
        var forms = Regex
            .Matches(page, "<form .*?</form>", RegexOptions.Singleline)
            .Select(match => match.Value)
            .Where(form => Attribute(form[..form.IndexOf('>')], "method") == "post")
            .ToList();
        var fitting = forms
            .Where(form => names.All(name => form.Contains($"name=\"{name}\"", StringComparison.Ordinal)))
            .FirstOrDefault(form => form.Contains(with ?? "", StringComparison.Ordinal));
        Assert.True(fitting is not null, $"No form with {string.Join(", ", names)} and '{with}' on the page:\n{page}");
        return new(fitting);
    }

    /// <summary>What a browser would send of the fields as they stand, buttons left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        foreach (Match input in Regex.Matches(Html, "<input [^>]*>"))
        {
            var kind = Attribute(input.Value, "type");
            var off = kind is "checkbox" or "radio" && !Regex.IsMatch(input.Value, @"\schecked\b");
            if (!off && kind is not "file" && Attribute(input.Value, "name") is { } name)
                yield return new(name, Attribute(input.Value, "value") ?? "");
        }
        foreach (
            Match area in Regex.Matches(
                Html,
                "(?<tag><textarea [^>]*>)(?<body>.*?)</textarea>",
                RegexOptions.Singleline
            )
        )
            if (Attribute(area.Groups["tag"].Value, "name") is { } name)
                yield return new(name, WebUtility.HtmlDecode(area.Groups["body"].Value).TrimStart('\n'));
        foreach (
            Match select in Regex.Matches(Html, "(?<tag><select [^>]*>)(?<body>.*?)</select>", RegexOptions.Singleline)
        )
            if (Attribute(select.Groups["tag"].Value, "name") is { } name)
                yield return new(name, Chosen(select.Groups["body"].Value));
    }

    private static string Chosen(string options)
    {
        var all = Regex.Matches(options, "<option [^>]*>").Select(match => match.Value).ToList();
        var chosen = all.FirstOrDefault(option => Regex.IsMatch(option, @"\sselected\b")) ?? all.FirstOrDefault();
        return chosen is null ? "" : Attribute(chosen, "value") ?? "";
    }

    /// <summary>A button that sends its form.</summary>
    internal sealed record Button(string Tag)
    {
        public string? Action => Attribute(Tag, "formaction");

        public IEnumerable<KeyValuePair<string, string>> Fields() =>
            Attribute(Tag, "name") is { } name ? [new(name, Attribute(Tag, "value") ?? "")] : [];
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : null;
}
