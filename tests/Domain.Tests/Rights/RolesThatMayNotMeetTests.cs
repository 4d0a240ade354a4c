using JointMeeting.Domain.Rights;

namespace JointMeeting.Domain.Tests.Rights;

public class RolesThatMayNotMeetTests
{
    /// <summary>All 512 sets of roles, against the rule in its own words.</summary>
    [Fact]
    public void Who_manages_accounts_or_verifies_the_trail_does_nothing_else()
    {
        var all = Enum.GetValues<Role>();
        Assert.Equal(9, all.Length);
        var refused = 0;
        for (var set = 0; set < 1 << all.Length; set++)
        {
            var roles = all.Where((_, i) => (set & (1 << i)) != 0).ToHashSet();
            var apart = roles.Overlaps([Role.Administrator, Role.Auditor, Role.CongressOffice, Role.CppccOffice]);
            var expected = roles.Contains(Role.System) || (apart && roles.Count > 1);
            var why = RolesThatMayNotMeet.Conflict(roles);
            Assert.True(expected == !string.IsNullOrWhiteSpace(why), string.Join(',', roles));
            refused += expected ? 1 : 0;
        }
        // Allowed are those four alone, and every set of the other four that are not the system.
        Assert.Equal(512 - 4 - 16, refused);
    }

    [Theory]
    [InlineData(Role.Administrator, "“系统管理员”须由专门账号担任，不能兼任其他角色。")]
    [InlineData(Role.CongressOffice, "“人大代表工委”“政协提案委”评价办理结果，不能兼任承办方或其他角色。")]
    [InlineData(Role.Auditor, "“审计员”须由专门账号担任，不能兼任其他角色。")]
    public void The_reason_names_the_role_that_stands_alone(Role role, string why) =>
        Assert.Equal(why, RolesThatMayNotMeet.Conflict(new HashSet<Role> { Role.Liaison, role }));
}
