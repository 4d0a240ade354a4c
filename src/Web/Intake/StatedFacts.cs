using System.Text.Json;
using JointMeeting.Domain.Bodies;

namespace JointMeeting.Web.Intake;

/// <summary>What a notice states about the joint meeting itself, read back from what was stored at import.</summary>
public sealed record StatedFacts
{
    public string? Name { get; private init; }

    /// <summary>The number of the document, with lost characters as they are proposed.</summary>
    public string? DocumentNumber { get; private init; }
    public string? OfficeUnit { get; private init; }

    /// <summary>截至日期 of a running ledger, as it states it itself.</summary>
    public DateOnly? AsOf { get; private init; }
    public SubstitutionMode? Substitution { get; private init; }

    /// <summary>The sentence about substitution, verbatim.</summary>
    public string? SubstitutionRule { get; private init; }

    /// <summary>What founding notices usually state and this one does not, as a person reads it.</summary>
    public IReadOnlyList<string> NotStated { get; private init; } = [];

    /// <summary>From the stored JSON of a notice.</summary>
    public static StatedFacts Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var number = document.RootElement.GetProperty("documentNumber").GetString();
        if (document.RootElement.GetProperty("roster") is not { ValueKind: JsonValueKind.Object } roster)
            return new()
            {
                DocumentNumber = number,
                AsOf = DayOf(document.RootElement),
                NotStated = ["成员名单"],
            };
        string? Text(string field) => roster.TryGetProperty(field, out var text) ? text.GetString() : null;
        bool States(string field) => roster.TryGetProperty(field, out var stated) && stated.GetBoolean();
        return new()
        {
            Name = Text("name"),
            DocumentNumber = number,
            OfficeUnit = Text("officeUnit"),
            AsOf = DayOf(document.RootElement),
            Substitution = Mode(Text("substitutionMode")),
            SubstitutionRule = Text("substitutionRule"),
            NotStated =
            [
                .. States("deputyConvenorStated") ? (string[])[] : ["副召集人"],
                .. States("officeStated") ? (string[])[] : ["办公室设在哪个单位"],
                .. States("liaisonStated") ? (string[])[] : ["各单位联络员"],
                .. States("meetingFrequencyStated") ? (string[])[] : ["会议频次"],
                .. Text("substitutionRule") is null ? (string[])["成员变动如何替补"] : [],
            ],
        };
    }

    /// <summary>How a successor takes a seat, as a choice reads.</summary>
    public static string Label(SubstitutionMode mode) =>
        mode switch
        {
            SubstitutionMode.Automatic => "由接任工作的同志自行替补，不另行文",
            SubstitutionMode.ConvenorConsent => "报请召集人同意后替补",
            SubstitutionMode.MeetingConfirms => "由所在单位提出，联席会议确定",
        };

    private static DateOnly? DayOf(JsonElement notice) =>
        notice.TryGetProperty("ledger", out var ledger)
        && ledger.ValueKind is JsonValueKind.Object
        && ledger.GetProperty("asOf").GetString() is { } day
            ? Ledger.Moment.Day(day)
            : null;

    private static SubstitutionMode? Mode(string? word) =>
        Enum.TryParse<SubstitutionMode>(word, ignoreCase: true, out var mode) ? mode : null;
}
