using JointMeeting.Workflows;

namespace JointMeeting.Web.SignIn;

/// <summary>The one case of this installation that holds units and accounts (系统设置).</summary>
public static class HouseCases
{
    /// <summary>Its id; it is there once the installation was set up.</summary>
    public static async Task<string> HouseCase(this Steps steps)
    {
        await using var session = await steps.Database.Read();
        return (await session.Scalar<string>("select id from cases where kind = 'House'"))!;
    }
}
