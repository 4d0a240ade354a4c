using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>A reply as it was sent, also one that was followed by another.</summary>
public sealed class SentModel(Steps steps) : ItemPage(steps)
{
    [BindProperty(SupportsGet = true)]
    public string Reply { get; set; } = "";

    public ReplyRow Sent { get; private set; } = null!;
    public IReadOnlyList<ClauseRow> Clauses { get; private set; } = [];
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>抄送: the offices that got this very text, and whether they have read it.</summary>
    public IReadOnlyList<(string Unit, string? ReadBy)> Copied { get; private set; } = [];

    protected override async Task LoadMore(Session session)
    {
        Sent =
            await session.One<ReplyRow>("select * from reply where id = @Reply and case_id = @Id", new { Reply, Id })
            ?? throw new Refusal("没有找到这份答复。");
        Clauses = await session.Clauses(Sent.Version);
        Names = await session.Query<string>(
            """
            select c.name from reply_copy c left join item_signer s on s.id = c.signer
             where c.reply = @Reply order by case when s.is_lead = 1 then 0 else 1 end, c.name
            """,
            new { Reply }
        );
        Copied = await session.Query<(string, string?)>(
            "select unit, read_by from copy where case_id = @Id and text_version = @Version order by sent_at, id",
            new { Id, Sent.Version }
        );
    }
}
