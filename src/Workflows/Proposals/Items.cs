using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals;

/// <summary>Reads and writes the rows of suggestions and proposals.</summary>
public static class Items
{
    /// <summary>Kind of text that a reply is.</summary>
    public const string ReplyText = "reply";

    /// <summary>The item of a case, or null where it is none.</summary>
    public static Task<ItemRow?> Item(this Session session, string caseId) =>
        session.One<ItemRow>("select * from item where case_id = @caseId", new { caseId });

    /// <summary>Who handles it.</summary>
    public static Task<IReadOnlyList<HandlerRow>> Handlers(this Session session, string caseId) =>
        session.Query<HandlerRow>(
            "select * from item_handler where case_id = @caseId order by duty desc, unit",
            new { caseId }
        );

    /// <summary>Who signed it, and the items merged into it; a part (分办) answers the signers of its whole.</summary>
    public static Task<IReadOnlyList<SignerRow>> Signers(this Session session, string caseId) =>
        session.Query<SignerRow>(
            """
            select s.* from item_signer s join item i on i.case_id = s.case_id
             where i.case_id = @caseId or i.merged_into = @caseId
                or i.case_id in (select p.part_of from item p where p.case_id = @caseId)
                or i.merged_into in (select p.part_of from item p where p.case_id = @caseId)
             order by s.case_id, s.position
            """,
            new { caseId }
        );

    /// <summary>The item of this step's case.</summary>
    public static ItemRow Item(this Step step) =>
        step.File.Item ?? throw new InvalidOperationException("This case is no suggestion or proposal.");

    /// <summary>The last reply that was sent, or null.</summary>
    public static Task<ReplyRow?> LastReply(this Session session, string caseId) =>
        session.One<ReplyRow>(
            """
            select * from reply where case_id = @caseId
               and round = (select max(round) from reply where case_id = @caseId)
            """,
            new { caseId }
        );

    /// <summary>The class it was answered with: of the last reply that was sent, or the one it was raised to since (转类).</summary>
    public static string? ClassAnswered(this ItemRow item, ReplyRow? last) =>
        last is null ? null
        : item.UpgradedOn >= last.SentOn ? item.ClassCode
        : last.ClassCode;

    /// <summary>Writes what may change of an item.</summary>
    public static async Task Change(this Step step, ItemRow item)
    {
        await step.Session.Execute(
            """
            update item set title = @Title, text = @Text, constituency = @Constituency, suggested = @Suggested,
                   ruled_hosts = @RuledHosts, ruled_co_handlers = @RuledCoHandlers,
                   is_key = @isKey, leader = @Leader, outside = @Outside, uploaded_at = @uploadedAt,
                   assigned_on = @assignedOn, fixed_on = @fixedOn, is_complex = @isComplex,
                   merged_into = @MergedInto, redo_round = @RedoRound, redo_on = @redoOn, class_code = @ClassCode,
                   class_reason = @ClassReason, upgraded_on = @upgradedOn, initials = @Initials,
                   not_accepted = @NotAccepted, last_text = @LastText, fate = @fate
             where case_id = @CaseId
            """,
            new
            {
                item.CaseId,
                item.Title,
                item.Text,
                item.Constituency,
                item.Suggested,
                item.RuledHosts,
                item.RuledCoHandlers,
                isKey = Rows.Stored(item.IsKey),
                item.Leader,
                item.Outside,
                uploadedAt = Rows.Stored(item.UploadedAt),
                assignedOn = Rows.Stored(item.AssignedOn),
                fixedOn = Rows.Stored(item.FixedOn),
                isComplex = Rows.Stored(item.IsComplex),
                item.MergedInto,
                item.RedoRound,
                redoOn = Rows.Stored(item.RedoOn),
                item.ClassCode,
                item.ClassReason,
                upgradedOn = Rows.Stored(item.UpgradedOn),
                item.Initials,
                item.NotAccepted,
                item.LastText,
                fate = item.Fate?.ToString(),
            }
        );
        step.File.Item = item;
    }

    /// <summary>A hand-over of the chain, dated.</summary>
    public static Task HandOver(this Step step, string from, string to, DateOnly on, string? note = null) =>
        step.Session.Insert(
            "hand_over",
            new HandOverRow
            {
                Id = step.NewId(),
                CaseId = step.CaseId,
                FromName = from,
                ToName = to,
                OnDay = on,
                Note = note,
            }
        );

    /// <summary>
    /// The rules an item runs under today: its locality's, where the reply of a complex item, or of one that is handled
    /// again, has its own period.
    /// </summary>
    public static RuleSet Rules(this ItemRow item, DateOnly today)
    {
        var rules = item.LocalSet();
        var reply = item.RedoRound > 0 ? rules.Rule("redo", today) : LocalRules.Reply(rules, item.IsComplex, today);
        return reply is null ? rules : rules with { Rules = [reply with { Id = "reply" }, .. rules.Rules] };
    }

    /// <summary>The rule set of its locality, as it is for this kind of item and the session it was handed in at.</summary>
    public static RuleSet LocalSet(this ItemRow item) => LocalRules.For(item.Rules, item.Kind, item.SessionName);

    /// <summary>What the rules of an item say about the course of its handling.</summary>
    public static HandlingWays Ways(this ItemRow item) => HandlingWays.Of(item.LocalSet());

    /// <summary>Which head of the answering unit signs its reply.</summary>
    public static SigningHead Signing(this ItemRow item) =>
        ReplyRisk.Signing(item.SignerLevel, item.IsKey, item.RedoRound > 0, item.Ways());

    /// <summary>The kind of case that an item is handled as.</summary>
    public static CaseKind CaseKindOf(ItemKind kind) =>
        ItemKinds.IsOfCongress(kind) ? CaseKind.Suggestion : CaseKind.Proposal;

    /// <summary>The unit of the one office that has that role.</summary>
    /// <exception cref="Refusal">Nobody has it, or several units do.</exception>
    public static async Task<string> OfficeOf(this Session session, Role role)
    {
        const string units = """
            select distinct unit from account where disabled_at is null and unit is not null
               and (roles = @role or roles like @first or roles like @last or roles like @within)
            """;
        var found = await session.Query<string>(
            units,
            new
            {
                role = role.ToString(),
                first = $"{role},%",
                last = $"%,{role}",
                within = $"%,{role},%",
            }
        );
        return found.Count switch
        {
            1 => found[0],
            0 => throw new Refusal($"还没有“{Person.LabelOf(role)}”的账号，请系统管理员先建立。"),
            _ => throw new Refusal($"“{Person.LabelOf(role)}”的账号分属多个单位，请系统管理员调整为一个单位。"),
        };
    }
}
