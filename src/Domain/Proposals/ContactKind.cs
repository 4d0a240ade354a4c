namespace JointMeeting.Domain.Proposals;

/// <summary>How a handler spoke with the signers (联系方式). A call or a study is no 面商.</summary>
public enum ContactKind
{
    /// <summary>面商.</summary>
    Meeting,

    /// <summary>电话.</summary>
    Telephone,

    /// <summary>座谈.</summary>
    Discussion,

    /// <summary>调研.</summary>
    Study,

    /// <summary>走访.</summary>
    Visit,
}

/// <summary>The Chinese names of kinds of contact.</summary>
public static class ContactKinds
{
    /// <summary>What people call it.</summary>
    public static string Label(ContactKind kind) =>
        kind switch
        {
            ContactKind.Meeting => "面商",
            ContactKind.Telephone => "电话",
            ContactKind.Discussion => "座谈",
            ContactKind.Study => "调研",
            ContactKind.Visit => "走访",
        };

    /// <summary>People sat together: it counts for 面商率. A study or a telephone call does not.</summary>
    public static bool IsFaceToFace(ContactKind kind) =>
        kind is ContactKind.Meeting or ContactKind.Discussion or ContactKind.Visit;
}
