using System.Security.Cryptography;
using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Workflows;

/// <summary>A file somebody hands in with an action.</summary>
/// <param name="Name">As the person named it.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="IsClassified">A mark of secrecy (密级标志) was found in it.</param>
public sealed record Upload(string Name, string Type, byte[] Bytes, bool IsClassified = false);

/// <summary>An attachment (附件) as stored; the bytes are kept once per hash.</summary>
public sealed record AttachmentRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }

    /// <summary>The answer or case it belongs to.</summary>
    public required string Owner { get; init; }
    public required string Hash { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required long Size { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Keeps files in the step's transaction, so that evidence and answer are there together or not at all.</summary>
public static class Attachments
{
    /// <summary>Uploads are refused above this size.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Stores the files and returns what the trail keeps of them.</summary>
    /// <exception cref="Refusal">A file is empty, too large, or marked as secret.</exception>
    public static async Task<IReadOnlyList<object>> Keep(Step step, string owner, IReadOnlyList<Upload>? files)
    {
        var kept = new List<object>();
        foreach (var file in files ?? [])
        {
            if (file.Bytes.Length == 0)
                throw new Refusal($"附件“{file.Name}”是空文件，请重新选择。");
            if (file.Bytes.Length > MostBytes)
                throw new Refusal($"附件“{file.Name}”超过 20 MB，请压缩后再上传。");
            if (file.IsClassified)
                throw new Refusal(
                    $"附件“{file.Name}”中有密级标志，没有保存。涉密文件不得进入非涉密系统，请立即从本机删除该文件，按保密规定报告。"
                );
            var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
            await step.Session.Execute(
                Dialect.InsertIfAbsent("insert into attachment_content (hash, bytes) values (@hash, @Bytes)"),
                new { hash, file.Bytes }
            );
            await step.Session.Insert(
                "attachment",
                new AttachmentRow
                {
                    Id = step.NewId(),
                    CaseId = step.CaseId,
                    Owner = owner,
                    Hash = hash,
                    Name = Path.GetFileName(file.Name),
                    Type = file.Type,
                    Size = file.Bytes.Length,
                    ByName = step.Actor.Name,
                    At = step.Now,
                }
            );
            kept.Add(new { file.Name, hash });
        }
        return kept;
    }

    /// <summary>Gives what belongs to one owner to another as well, such as the files of a draft to the answer it became.</summary>
    public static async Task Share(Step step, string from, string to)
    {
        var files = await step.Session.Query<AttachmentRow>(
            "select * from attachment where owner = @from order by id",
            new { from }
        );
        foreach (var file in files)
            await step.Session.Insert("attachment", file with { Id = step.NewId(), Owner = to });
    }

    /// <summary>Whether anything belongs to that owner.</summary>
    public static async Task<bool> Any(Step step, string owner) =>
        await step.Session.Scalar<long>("select count(*) from attachment where owner = @owner", new { owner }) > 0;
}
