using static JointMeeting.Cities.Scoring.Values;

namespace JointMeeting.Cities.Scoring;

/// <summary>What is compared of a notice's JSON. What a truth leaves out is not compared.</summary>
internal static class NoticeFacts
{
    public static readonly IReadOnlyList<Field> Heading =
    [
        new("title", "title", "title"),
        new("documentNumber", "documentNumber", "documentNumber"),
        new("issuer", "issuer", "issuer"),
        new("issueDate", "issueDate", "issueDate"),
        new("roster", "roster.name", "roster.name"),
        new("roster", "roster.officeUnit", "roster.officeUnit"),
        new("roster", "roster.substitutionMode", "roster.substitutionRule"),
    ];

    public static readonly IReadOnlyList<ItemKind> Lists =
    [
        new(
            "citations",
            [new("citation", ["title", "documentNumber"])],
            (truth, read) => AreEqual(truth, read, "title"),
            (truth, read) => AreEqual(truth, read, "documentNumber"),
            (truth, read) => AreAlike(truth, read, "title")
        ),
        new(
            "roster.persons",
            [new("person", ["name", "role"]), new("person.unit", "unit"), new("person.post", "post")],
            (truth, read) => AreEqual(truth, read, "name", "role", "unit"),
            (truth, read) => AreEqual(truth, read, "name", "role"),
            (truth, read) => AreEqual(truth, read, "name")
        ),
        new(
            "clauses",
            [
                new("clause", ["number", "title", "section"]),
                new("clause.units", ["lead", "responsible"], ".units"),
                new("clause.deadline", "deadline", ".deadline"),
                new("clause.milestones", "milestones", ".milestones[0]"),
            ],
            (truth, read) => AreEqual(truth, read, "title"),
            (truth, read) => AreEqual(truth, read, "number") && AreAlike(truth, read, "title"),
            (truth, read) => AreEqual(truth, read, "number", "section")
        ),
        new(
            "tasks",
            [
                new("task", ["number", "section", "text"], ".text"),
                new("task.clause", "clause", ".clause"),
                new("task.units", "units", ".units"),
                new("task.lead", ["lead", "leadBasis"], ".lead"),
                new("task.deadline", "deadline", ".deadline"),
                new("task.milestones", "milestones", ".milestones[0]"),
            ],
            (truth, read) => AreEqual(truth, read, "number", "text"),
            (truth, read) => AreEqual(truth, read, "text"),
            (truth, read) => AreEqual(truth, read, "number") && AreAlike(truth, read, "text"),
            (truth, read) => AreEqual(truth, read, "number")
        ),
        new(
            "calendar",
            [new("calendar", ["month", "number", "text"])],
            (truth, read) => AreEqual(truth, read, "month", "text"),
            (truth, read) => AreEqual(truth, read, "month", "number")
        ),
        new(
            "findings",
            [new("finding", ["kind", "row", "units"])],
            (truth, read) => AreEqual(truth, read, "kind", "row", "units"),
            (truth, read) => AreEqual(truth, read, "kind", "row") && truth["kind"]!.ToString() != "taskUnitNotMember"
        ),
        new(
            "indicators",
            [
                new("indicator", ["actual", "lost", "unit"]),
                new("indicator.target", ["target", "op"]),
                new("indicator.previous", "previous"),
            ],
            (truth, read) => AreEqual(truth, read, "name"),
            (truth, read) => AreAlike(truth, read, "name") && AreEqual(truth, read, "target", "actual"),
            (truth, read) => AreEqual(truth, read, "target", "actual", "unit"),
            (truth, read) => truth["actual"] is not null && AreEqual(truth, read, "actual", "unit"),
            (truth, read) => AreAlike(truth, read, "name")
        ),
        new(
            "duties",
            [
                new("duty", "period"),
                new("duty.due", "due.raw"),
                new("duty.reporters", "reporters"),
                new("duty.scope", "scope"),
                new("duty.fields", "fields"),
            ],
            (truth, read) => AreEqual(truth, read, "name"),
            (truth, read) => AreAlike(truth, read, "name") && AreEqual(truth, read, "period"),
            (truth, read) => AreAlike(truth, read, "name")
        ),
        new(
            "targets",
            [new("target", ["value", "op"]), new("target.unit", "unit")],
            (truth, read) => AreEqual(truth, read, "value", "unit") && AreAlike(truth, read, "text"),
            (truth, read) => AreEqual(truth, read, "value", "unit"),
            (truth, read) => AreEqual(truth, read, "value"),
            (truth, read) => AreAlike(truth, read, "text")
        ),
    ];
}
