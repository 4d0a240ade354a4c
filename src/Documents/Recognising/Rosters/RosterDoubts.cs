namespace JointMeeting.Documents.Recognising;

/// <summary>Rosters whose labels do not add up: a lost 副召集人 or 成员 gives everybody below it the role above.</summary>
internal static class RosterDoubts
{
    private const int ManyDeputies = 4;
    private const string Convenor = "召集人";

    public static List<Person> Of(List<Person> persons)
    {
        var members = persons.Exists(person => person.Role == Roles.Member);
        var convenors = persons.Where(person => person.Role == Convenor).Skip(1).ToHashSet();
        var deputies = persons.Where(person => person.Role.Contains(Roles.Deputy)).ToList();
        return
        [
            .. persons.Select(person =>
                convenors.Contains(person) ? Doubted(person, "召集人不止一人,可能缺少“副召集人”字样,请核对")
                : !members && deputies.Count >= ManyDeputies && person.Role.Contains(Roles.Deputy)
                    ? Doubted(person, "名单中没有“成员”字样,身份请核对")
                : person
            ),
        ];
    }

    private static Person Doubted(Person person, string doubt) => person with { Doubt = person.Doubt ?? doubt };
}
