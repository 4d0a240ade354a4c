using System.Diagnostics;

namespace JointMeeting.Web.Tests.Cli;

/// <summary>What a run of the program said.</summary>
public sealed record Ran(int Exit, string Output, string Error);

/// <summary>The program as a process of its own, as people start it from a command line.</summary>
internal static class CommandLine
{
    public static async Task<Ran> Run(Settings settings, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "JointMeeting.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JOINTMEETING_DATA"] = settings.DataFolder;
        start.Environment["JOINTMEETING_STORE"] = settings.Store;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
