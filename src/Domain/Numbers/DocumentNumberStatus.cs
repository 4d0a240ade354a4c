namespace JointMeeting.Domain.Numbers;

/// <summary>How a text stands to the grammar of a document number (发文字号), GB/T 9704-2012 7.2.5.</summary>
public enum DocumentNumberStatus
{
    /// <summary>Correct as written.</summary>
    Valid,

    /// <summary>Correct once spaces, bracket forms and full-width digits are written the usual way.</summary>
    Normalise,

    /// <summary>Something is lost; the canonical form is a proposal that a person confirms.</summary>
    Repair,

    /// <summary>Year and number are there, the agency's code (机关代字) is missing.</summary>
    Incomplete,

    /// <summary>Complete, but written as the standard forbids: 第 before the number, or a padded number.</summary>
    RejectStrict,

    /// <summary>No document number.</summary>
    Reject,
}

/// <summary>The words that stand for a status in JSON.</summary>
public static class DocumentNumberStatusWords
{
    /// <summary>The word used in JSON and on the command line.</summary>
    public static string Word(this DocumentNumberStatus status) =>
        status switch
        {
            DocumentNumberStatus.Valid => "valid",
            DocumentNumberStatus.Normalise => "normalise",
            DocumentNumberStatus.Repair => "repair",
            DocumentNumberStatus.Incomplete => "incomplete",
            DocumentNumberStatus.RejectStrict => "reject-strict",
            DocumentNumberStatus.Reject => "reject",
        };
}
