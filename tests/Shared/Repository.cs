namespace JointMeeting.Shared;

/// <summary>Finds the checkout that the running test was built in.</summary>
public static class Repository
{
    /// <summary>The folder that holds JointMeeting.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder named by its parts below the root.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "JointMeeting.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No JointMeeting.sln above {AppContext.BaseDirectory}");
    }
}
