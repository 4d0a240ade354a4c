using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using JointMeeting.Domain;
using JointMeeting.Domain.Texts;

namespace JointMeeting.Workflows;

/// <summary>
/// Whatever a person, another system or a desk hands in is a command; a command in which any text carries a mark of
/// secrecy (密级标志) is not done. 《保守国家秘密法》(2024) Art. 31.
/// </summary>
internal static class NothingClassifiedComesIn
{
    private const int Deepest = 8;
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    /// <exception cref="Refusal">A text carries a mark; nothing of it is kept.</exception>
    public static void Check(params ReadOnlySpan<object> handedIn)
    {
        foreach (var one in handedIn)
            if (IsMarked(one, 0))
                throw new Refusal(
                    "内容中有密级标志（秘密、机密或绝密，后加五角星），没有保存。涉密内容不得进入非涉密系统，请立即从本机删除，按保密规定报告；如确非涉密，请由定密责任人书面确认并去除标志后再提交。"
                );
    }

    private static bool IsMarked(object? value, int depth) =>
        value switch
        {
            null or byte[] => false,
            string text => text.AsSpan().IndexOfAny('★', '☆') >= 0 && SecrecyMark.IsIn(text),
            _ when depth == Deepest => false,
            IEnumerable many => many.Cast<object?>().Any(one => IsMarked(one, depth + 1)),
            _ when IsOurs(value.GetType()) => Parts
                .GetOrAdd(value.GetType(), PartsOf)
                .Any(part => IsMarked(part.GetValue(value), depth + 1)),
            _ => false,
        };

    private static bool IsOurs(Type type) =>
        !type.IsEnum && type.Namespace?.StartsWith(nameof(JointMeeting), StringComparison.Ordinal) is true;

    private static PropertyInfo[] PartsOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(p => p.GetIndexParameters().Length == 0 && !p.PropertyType.IsPrimitive),
        ];
}
