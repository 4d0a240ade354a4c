namespace JointMeeting.Documents.Recognising;

public enum StatedSubstitution
{
    /// <summary>接任工作的同志替补,不另行文.</summary>
    Automatic,

    /// <summary>报召集人同意后替补.</summary>
    ConvenorConsent,

    /// <summary>由所在单位提出,联席会议确定.</summary>
    MeetingConfirms,
}

/// <summary>What a notice states about the joint meeting itself.</summary>
/// <param name="MemberUnits">Units in the order of their first seat, with those listed without a person (成员单位:…).</param>
/// <param name="Unread">Lines inside the roster that were not understood.</param>
public sealed record Roster(
    Stated<string>? Name,
    IReadOnlyList<Person> Persons,
    IReadOnlyList<string> MemberUnits,
    Stated<StatedSubstitution>? Substitution,
    Stated<string>? SubstitutionText,
    Stated<string>? Office,
    Stated<string>? Frequency,
    IReadOnlyList<int> Unread
)
{
    /// <summary>Who is to be liaison officer, where a sentence says so without names.</summary>
    public Stated<string>? LiaisonRule { get; init; }

    public bool StatesDeputy => Persons.Any(person => person.Role.Contains(Roles.Deputy));

    public bool StatesLiaison => LiaisonRule is not null || Persons.Any(person => person.Role == Roles.Liaison);

    public bool StatesOffice => Office is not null || Persons.Any(person => person.Role == Roles.OfficeDirector);
}
