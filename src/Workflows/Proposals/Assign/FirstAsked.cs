using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Assign;

/// <summary>
/// A unit is on time by what it was asked for, from the day it was asked: an item may be assigned with a day that is past
/// (交办会的日子, 台账载明的交办日), but nobody can have signed for it here before it was there.
/// </summary>
internal static class FirstAsked
{
    /// <summary>
    /// The later of the stated day and the day the unit was first asked to sign for the item or for its opinion; today
    /// where it is just being asked. What it said in the 预分办 round was before the assignment.
    /// </summary>
    public static DateOnly Later(Step step, string? unit, DateOnly stated) =>
        step
            .File.Asks.Where(a =>
                a.Unit == unit
                && (a.Vocabulary == ItemVocabulary.Accept.Id || a.Vocabulary == ItemVocabulary.CoOpinion.Id)
            )
            .Select(a => Moment.DayInChina(a.OpenedAt))
            .FirstOrDefault(day => day >= stated, step.Today);
}
