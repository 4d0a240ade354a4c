using System.Security.Cryptography;

namespace JointMeeting.Web.SignIn;

/// <summary>What a password must be, and new ones for accounts made in bulk.</summary>
public static class Passwords
{
    /// <summary>Fewest characters of a password.</summary>
    public const int Shortest = 10;

    // Without letters and digits that look alike on paper.
    private const string Clear = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Why a person may not choose it, or null.</summary>
    public static string? Problem(string? login, string? password) =>
        string.IsNullOrEmpty(password) || password.Length < Shortest ? $"密码至少 {Shortest} 个字符，请加长。"
        : password.Length > 200 ? "密码最多 200 个字符，请缩短。"
        : string.Equals(login?.Trim(), password.Trim(), StringComparison.OrdinalIgnoreCase)
            ? "密码不能与登录名相同，请换一个。"
        : null;

    /// <summary>A password to hand over once, such as <c>h7kd-m2xq-9wpt</c>; about 59 bits.</summary>
    public static string Generate() =>
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Clear, 4)));
}
