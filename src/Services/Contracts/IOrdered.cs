namespace JointMeeting.Services.Contracts;

/// <summary>A message about a case. Messages of one sender about one case are applied in the order sent.</summary>
public interface IOrdered
{
    /// <summary>The case.</summary>
    string CaseId { get; }

    /// <summary>Grows from message to message, with gaps.</summary>
    int Seq { get; }

    /// <summary>The seq of the message before it to the same receiver about the same case; 0 for the first.</summary>
    int Previous { get; }
}
