using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>
/// Which suggestions and proposals a person may open: those of the office that runs them, of the congress or CPPCC
/// office they came from, and of every unit that handles one, was asked something in it or got a copy. What a reader may
/// not open is not shown by its title either.
/// </summary>
internal static class ReadableItems
{
    private const string Ids = """
        select i.case_id from item i join cases c on c.id = i.case_id
         where @office = 1 and c.office_unit = @unit or @counterpart = 1 and i.counterpart = @unit
        union select h.case_id from item_handler h where h.unit = @unit
        union select q.case_id from ask q where q.unit = @unit
        union select o.case_id from copy o where o.unit = @unit
        """;

    /// <summary>Their ids, among those of other cases.</summary>
    public static async Task<IReadOnlySet<string>> By(Session session, Person me) =>
        (
            await session.Query<string>(
                Ids,
                new
                {
                    unit = me.Unit,
                    office = me.Is(Role.GovernmentOffice) ? 1 : 0,
                    counterpart = me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice) ? 1 : 0,
                }
            )
        ).ToHashSet(StringComparer.Ordinal);
}
