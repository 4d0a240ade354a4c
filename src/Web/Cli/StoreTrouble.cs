using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace JointMeeting.Web.Cli;

/// <summary>What a person at the command line is told when the store or a file cannot be used.</summary>
internal static class StoreTrouble
{
    /// <summary>The reason and what to do, zh-CN; null where the fault is the program's own.</summary>
    public static string? Explain(Exception fault) =>
        fault switch
        {
            SqliteException { SqliteErrorCode: 8 } =>
                "数据库是只读的，没有写入任何内容。请检查数据文件夹和数据库文件的写权限。",
            SqliteException { SqliteErrorCode: 14 } =>
                "数据库文件打不开。请检查 JOINTMEETING_DATA 指的文件夹是否存在、是否有权限。",
            SqliteException { SqliteErrorCode: 11 or 26 } =>
                "数据库文件已损坏或不是本系统的数据库。请停止使用，从备份恢复。",
            SqliteException { SqliteErrorCode: 13 or 10 } => "磁盘已满或读写出错，没有写入任何内容。请检查磁盘后重试。",
            SqliteException { SqliteErrorCode: 5 or 6 } => "数据库正被其他程序占用，没有写入任何内容。请稍后重试。",
            DbException => $"数据库不能使用，没有写入任何内容：{fault.Message}",
            UnauthorizedAccessException => $"没有权限：{fault.Message}",
            IOException => $"文件读写失败：{fault.Message}",
            _ => null,
        };
}
